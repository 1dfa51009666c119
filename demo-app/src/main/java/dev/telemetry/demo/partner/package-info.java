/**
 * A partner's service that sometimes fails, and the page that shows what it offers.
 *
 * <p>The partner lives in the same process, yet is called over HTTP as if it did not.
 */
package dev.telemetry.demo.partner;
