/**
 * Accounts: register, log in, log out, look at a user.
 *
 * <p>A session attribute says who is signed in. There are no CSRF tokens: the session cookie is
 * {@code SameSite=Lax}, so that another site's forms arrive signed out, which is enough for a demo.
 */
package dev.telemetry.demo.accounts;
