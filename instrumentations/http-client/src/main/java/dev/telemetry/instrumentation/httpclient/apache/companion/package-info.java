/** The code that uses Apache's types: nothing newer than 4.3, and than 5.0. */
package dev.telemetry.instrumentation.httpclient.apache.companion;
