/** The landing page, which takes its time on purpose. */
package dev.telemetry.demo.landing;
