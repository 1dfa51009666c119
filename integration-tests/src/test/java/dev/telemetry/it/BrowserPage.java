package dev.telemetry.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of a real browser: what it shows, what it asks for, what it complains of. */
final class BrowserPage implements AutoCloseable {
  private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)");
  private static final Pattern VALUE = Pattern.compile("\"value\":\"([A-Za-z0-9+/=]*)\"");
  private static final Pattern DATA = Pattern.compile("\"data\":\"([A-Za-z0-9+/=]*)\"");
  private static final Pattern USED = Pattern.compile("\"usedSize\":(\\d+)");
  private static final Pattern URL =
      Pattern.compile("\"Network.requestWillBeSent\".*?\"request\":\\{\"url\":\"([^\"]+)\"");
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "\"method\":\"(Runtime\\.exceptionThrown|Log\\.entryAdded|Runtime\\.consoleAPICalled)\"");

  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final WebSocket socket;

  BrowserPage(URI uri) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, new Ears()).join();
    Stream.of("Runtime", "Log", "Network", "Page").forEach(domain -> send(domain + ".enable", ""));
  }

  /** Goes to an address and returns once the dashboard there is live. */
  BrowserPage open(String url) {
    send("Page.navigate", "\"url\":\"" + url + "\"");
    awaitLive();
    return this;
  }

  void awaitLive() {
    await("document.getElementById('state')?.textContent === 'live'");
  }

  /** Waits until a JavaScript condition, or a promise of one, holds. */
  void await(String condition) {
    await(condition, () -> condition + " in: " + evaluate("document.body.innerText") + network());
  }

  /** What has been loaded and how, in the browser's own words, and what it complains of. */
  private String network() {
    String loaded =
        evaluate(
            "performance.getEntriesByType('resource')"
                + ".map((e) => [e.name, e.responseStatus, Math.round(e.duration)].join(' '))"
                + ".join(', ')");
    return " loaded: " + loaded + "; not loaded: " + failures + "; complaints: " + complaints;
  }

  void await(String condition, Supplier<String> otherwise) {
    Waiting.until(RunningProcess.DEADLINE, () -> evaluate(condition).equals("true"), otherwise);
  }

  /** Returns what an expression of JavaScript, or a promise of one, is as a text. */
  String evaluate(String expression) {
    String encoded =
        "(async () => btoa(String.fromCharCode(...new TextEncoder().encode(String(await ("
            + expression
            + "))))))()";
    String answer =
        send(
            "Runtime.evaluate",
            "\"awaitPromise\":true,\"returnByValue\":true,\"expression\":\""
                + quoted(encoded)
                + "\"");
    Matcher value = VALUE.matcher(answer);
    if (!value.find()) {
      throw new IllegalStateException(answer);
    }
    return new String(Base64.getDecoder().decode(value.group(1)), StandardCharsets.UTF_8);
  }

  /** Runs a script that the page's own rules would not let in. */
  void run(String script) {
    send("Runtime.evaluate", "\"expression\":\"" + quoted(script) + "\"");
  }

  void size(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        "\"width\":"
            + width
            + ",\"height\":"
            + height
            + ",\"deviceScaleFactor\":1,\"mobile\":false");
  }

  /** Writes what it shows to a file. */
  void screenshot(Path file) {
    Matcher data = DATA.matcher(send("Page.captureScreenshot", "\"format\":\"png\""));
    if (!data.find()) {
      throw new IllegalStateException("no picture");
    }
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, Base64.getDecoder().decode(data.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many bytes its objects take once what is dead is gone. */
  long heap() {
    send("HeapProfiler.collectGarbage", "");
    Matcher used = USED.matcher(send("Runtime.getHeapUsage", ""));
    if (!used.find()) {
      throw new IllegalStateException("no heap");
    }
    return Long.parseLong(used.group(1));
  }

  /** Returns all addresses that were asked for, in order. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Returns all errors and warnings of the console so far. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private String send(String method, String parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<String> answer = new CompletableFuture<>();
    answers.put(id, answer);
    String text =
        "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}";
    synchronized (this) {
      socket.sendText(text, true).join();
    }
    return answer.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                quoted.append(String.format("\\u%04x", c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.toString();
  }

  /** Has it believe that it is, or is no longer, behind another tab. */
  void hide(boolean hidden) {
    run(
        "Object.defineProperty(document, 'hidden', {configurable: true, value: %s});"
            .formatted(hidden));
    run("document.dispatchEvent(new Event('visibilitychange'))");
  }

  /** Closes the tab: one that stays keeps its connections, of which a browser has few. */
  @Override
  public void close() {
    try {
      send("Page.close", "");
    } finally {
      socket.abort();
    }
  }

  private void hear(String message) {
    Matcher id = ID.matcher(message);
    if (id.find()) {
      CompletableFuture<String> answer = answers.remove(Integer.parseInt(id.group(1)));
      if (answer != null) {
        answer.complete(message);
      }
      return;
    }
    Matcher url = URL.matcher(message);
    if (url.find()) {
      requests.add(url.group(1));
    }
    if (message.contains("\"Network.loadingFailed\"")) {
      failures.add(message);
    }
    if (COMPLAINT.matcher(message).find()) {
      complaints.add(message);
    }
  }

  /** Puts the parts of a message together. */
  private final class Ears implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      parts.append(text);
      if (last) {
        hear(parts.toString());
        parts.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
