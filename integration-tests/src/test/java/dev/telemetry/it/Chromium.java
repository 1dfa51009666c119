package dev.telemetry.it;

import dev.telemetry.instrumentation.testing.Skips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real browser without a window, spoken to by its own protocol; see {@link BrowserPage}. */
final class Chromium implements AutoCloseable {
  private static final Pattern SOCKET = Pattern.compile("\"webSocketDebuggerUrl\": *\"([^\"]+)\"");

  private final RunningProcess process;
  private final String port;

  private Chromium(RunningProcess process) {
    this.process = process;
    port = process.awaitOutput("DevTools listening on ws://[^:]+:(\\d+)/").group(1);
  }

  /** Starts it with a profile of its own; leaves the test out where there is none. */
  static Chromium start() {
    Optional<Path> found = find();
    if (found.isEmpty()) {
      Skips.leaveOut("no Chromium");
    }
    Path folder = ForkedJvm.workingFolder();
    return new Chromium(
        RunningProcess.start(
            new ProcessBuilder(
                    found.orElseThrow().toString(),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--no-first-run",
                    "--remote-debugging-port=0",
                    "--user-data-dir=" + folder.resolve("profile"),
                    "about:blank")
                .directory(folder.toFile())));
  }

  private static Optional<Path> find() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(at -> Path.of(at, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a new page, as yet blank. */
  BrowserPage page() {
    URI uri = URI.create("http://127.0.0.1:" + port + "/json/new?about:blank");
    HttpRequest request =
        HttpRequest.newBuilder(uri).method("PUT", HttpRequest.BodyPublishers.noBody()).build();
    try {
      String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
      Matcher socket = SOCKET.matcher(answer);
      if (!socket.find()) {
        throw new IllegalStateException(answer);
      }
      return new BrowserPage(URI.create(socket.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
