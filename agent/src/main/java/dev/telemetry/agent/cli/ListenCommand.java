package dev.telemetry.agent.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;

/** {@code listen [PORT]}: listens until the JVM is told to stop, then shows the totals. */
final class ListenCommand {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private ListenCommand() {}

  static int run(List<String> args, PrintStream out, PrintStream err) {
    ListenOptions options;
    try {
      options = ListenOptions.parse(args);
    } catch (IllegalArgumentException e) {
      err.println("listen: " + e.getMessage());
      err.println(ListenOptions.USAGE);
      return MISUSED;
    }
    if (options.help()) {
      out.println(ListenOptions.USAGE);
      return OK;
    }
    return listen(options, out, err);
  }

  private static int listen(ListenOptions options, PrintStream out, PrintStream err) {
    try (Listener listener = Listener.open(options, out)) {
      Runtime.getRuntime().addShutdownHook(new Thread(listener::stop, "telemetry-listen-stop"));
      listener.run();
      return OK;
    } catch (SocketException | UnknownHostException e) {
      err.println(
          "listen: cannot listen on "
              + (options.host() + ":" + options.port() + ": " + e.getMessage())
              + "; 'listen 0' takes any free port");
      return FAILED;
    } catch (IOException e) {
      err.println("listen: " + e);
      return FAILED;
    }
  }
}
