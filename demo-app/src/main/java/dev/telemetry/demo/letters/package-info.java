/**
 * Letters to users: written where something happens, sent by a worker in the background.
 *
 * <p>Emits the one event of the application's own.
 */
package dev.telemetry.demo.letters;
