/**
 * A small web application with accounts, a slow landing page and a partner that sometimes fails.
 *
 * <p>Made to be measured: it knows nothing of the agent beyond the annotations on {@link
 * dev.telemetry.demo.accounts.PasswordHasher} and the event of {@link
 * dev.telemetry.demo.letters.LetterWorker}.
 */
package dev.telemetry.demo;
