package dev.telemetry.agent.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

class RefusalTest {
  private static final String STAYS_OFF =
      "telemetry: the agent stays off, the application runs without it: ";

  @Test
  void failure_isTold() {
    assertThat(Refusal.describe(new IOException("no jar")))
        .isEqualTo(STAYS_OFF + "java.io.IOException: no jar");
  }

  @Test
  void reflectionsWrapping_isTakenOff() {
    Throwable wrapped =
        new InvocationTargetException(new InvocationTargetException(new LinkageError("java.sql")));

    assertThat(Refusal.describe(wrapped)).isEqualTo(STAYS_OFF + "java.lang.LinkageError: java.sql");
  }

  @Test
  void wrappingOfNothing_isToldItself() {
    assertThat(Refusal.describe(new InvocationTargetException(null)))
        .isEqualTo(STAYS_OFF + "java.lang.reflect.InvocationTargetException");
  }

  @Test
  @SuppressWarnings("removal") // what a security manager throws, as long as there is one
  void securityManager_isToldWithTheGrant() {
    Throwable refused =
        new InvocationTargetException(new java.security.AccessControlException("access denied"));

    assertThat(Refusal.describe(refused))
        .isEqualTo(
            STAYS_OFF
                + "the security manager refuses (access denied); grant codeBase"
                + " \"file:<telemetry-agent.jar>\" { permission java.security.AllPermission; };");
  }

  @Test
  void everything_isOneLine() {
    assertThat(Refusal.describe(new IOException("first\nsecond"))).doesNotContain("\n");
  }
}
