package dev.telemetry.instrumentation.websocket;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An endpoint that is asked just now whether it lets a client in. */
final class Attempt implements OfThread {
  final String path;
  private final Thread thread = Thread.currentThread();

  private Attempt(String path) {
    this.path = path;
  }

  @Override
  public boolean isHandledHere() {
    return thread == Thread.currentThread();
  }

  /** An endpoint is asked: called with its configuration, or by who has it. */
  static final class Asked extends Hook {
    private final FieldReader configOf = new FieldReader("baseConfig", "config");
    private final FieldReader metadataOf = new FieldReader("metadata");
    private final Companion<SessionAccess> configs;
    private final ByThread<Attempt> attempts;

    Asked(Companion<SessionAccess> configs, ByThread<Attempt> attempts) {
      this.configs = configs;
      this.attempts = attempts;
    }

    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      Object config = Objects.requireNonNull(self == null ? first : config(self));
      SessionAccess access = configs.of(config);
      String path = access == null ? null : access.path(config);
      if (path != null) {
        attempts.begin(new Attempt(path));
      }
      return null;
    }

    /** Of a creator of Jetty's, which in 9.4 has it in its metadata. */
    private @Nullable Object config(Object creator) {
      Object metadata = metadataOf.ofAny(creator);
      return configOf.of(metadata == null ? creator : metadata);
    }
  }
}
