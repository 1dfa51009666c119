package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.dispatch.Hook;
import org.jspecify.annotations.Nullable;

/** Behind the methods by which a pool of one kind is asked for a connection. */
final class AcquireHook extends Hook {
  private final Checkouts checkouts;
  private final PoolKind kind;

  AcquireHook(Checkouts checkouts, PoolKind kind) {
    this.checkouts = checkouts;
    this.kind = kind;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    if (self == null || !checkouts.enabled() || checkouts.current() != null) {
      return null;
    }
    return new Asked(checkouts.begin(kind, self), self);
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    Asked asked = (Asked) token;
    checkouts.done(asked.checkout, asked.source, result, thrown);
  }

  /** Who is asked; no longer held than that takes. */
  private static final class Asked {
    private final Checkout checkout;
    private final Object source;

    Asked(Checkout checkout, Object source) {
      this.checkout = checkout;
      this.source = source;
    }
  }
}
