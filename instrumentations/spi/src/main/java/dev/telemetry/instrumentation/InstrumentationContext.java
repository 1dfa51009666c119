package dev.telemetry.instrumentation;

import dev.telemetry.bus.Bus;

/** What the agent gives an instrumentation. */
public interface InstrumentationContext {

  /** Returns the bus that events go to. */
  Bus bus();

  /**
   * Declares code that uses a library's own types and is therefore defined once for each loader of
   * that library.
   *
   * @param role the interface, free of library types, through which hooks call it
   * @param companion the name of the class that implements {@code role}, with a public constructor
   *     without parameters, in a sub-package named {@code companion}
   * @param anchors names of the library types, one a variant, by which an object shows which
   *     variant it belongs to ({@code jakarta.servlet.ServletRequest}, {@code
   *     javax.servlet.ServletRequest}); the companion is compiled against the first, and the
   *     packages of the others take its place
   */
  <T> Companion<T> companion(Class<T> role, String companion, String... anchors);
}
