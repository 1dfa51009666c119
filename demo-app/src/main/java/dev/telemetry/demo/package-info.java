/**
 * A small web application with accounts, a slow landing page, a partner that sometimes fails and
 * buttons over a WebSocket.
 *
 * <p>Made to be measured: it knows nothing of the agent beyond the annotations on {@link
 * dev.telemetry.demo.accounts.PasswordHasher} and in {@link dev.telemetry.demo.buttons}, and the
 * event of {@link dev.telemetry.demo.letters.LetterWorker}.
 */
package dev.telemetry.demo;
