package dev.telemetry.demo.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account.
 *
 * @param signedInAt the last log-in; null before the first
 */
record User(long id, String name, Instant registeredAt, @Nullable Instant signedInAt) {}
