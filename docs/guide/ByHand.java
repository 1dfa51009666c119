import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.Telemetry;
import java.util.Map;

/** A login that says what it does, and somebody who listens. */
public final class ByHand {
  private static final Map<String, String> PASSWORDS = Map.of("ada", "engine", "grace", "compiler");

  public static void main(String[] args) {
    Telemetry.attach(
        "login-log",
        "shop.login.stop",
        (event, measurements, metadata) ->
            System.out.printf(
                "%s: %s by %s in %d us%n",
                event,
                metadata.get("result"),
                metadata.get("user"),
                measurements.get("duration").longValue() / 1_000));

    logIn("ada", "engine");
    logIn("grace", "cobol");
  }

  private static boolean logIn(String user, String password) {
    return Telemetry.span(
        "shop.login",
        Metadata.of("user", user),
        span -> {
          boolean right = password.equals(PASSWORDS.get(user));
          span.stop(Measurements.none(), Metadata.of("result", right ? "success" : "failure"));
          return right;
        });
  }
}
