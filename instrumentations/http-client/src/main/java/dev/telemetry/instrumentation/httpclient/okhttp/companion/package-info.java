/** The code that uses OkHttp's types: nothing newer than OkHttp 3.0. */
package dev.telemetry.instrumentation.httpclient.okhttp.companion;
