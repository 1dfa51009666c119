package dev.telemetry.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with the demo's page of buttons, who waits for each answer. */
final class Presser {
  static final List<String> BUTTONS = List.of("red", "green", "blue");

  private static final Pattern BUTTON = Pattern.compile("\"button\":\"(\\w+)\"");
  private static final Pattern TOOK = Pattern.compile("\"took\":([0-9.E-]+)");
  private static final int THINKS_MILLIS = 700;
  private static final int PATIENCE_SECONDS = 60;

  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final WebSocket socket;

  Presser(HttpClient browser, URI root) {
    URI uri = URI.create(root.toString().replaceFirst("http", "ws") + "/buttons/live");
    socket = browser.newWebSocketBuilder().buildAsync(uri, new Ears()).join();
  }

  /**
   * Presses at random until a time.
   *
   * @param until as {@link System#nanoTime()} tells
   * @param took is given what the demo's own stopwatch says, in milliseconds, by button
   */
  void press(long until, Map<String, List<Double>> took) throws InterruptedException {
    while (System.nanoTime() < until) {
      Thread.sleep(ThreadLocalRandom.current().nextInt(THINKS_MILLIS));
      String button = BUTTONS.get(ThreadLocalRandom.current().nextInt(BUTTONS.size()));
      socket.sendText("{\"event\": \"" + button + "\"}", true).join();
      String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (answer == null || !button.equals(find(BUTTON, answer))) {
        throw new IllegalStateException(button + " was answered by " + answer);
      }
      Objects.requireNonNull(took.get(button)).add(Double.valueOf(find(TOOK, answer)));
    }
  }

  private static String find(Pattern pattern, String answer) {
    Matcher found = pattern.matcher(answer);
    return found.find() ? found.group(1) : "nothing";
  }

  /** Goes without a word. */
  void vanish() {
    socket.abort();
  }

  /** Says goodbye. */
  void leave() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  private final class Ears implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      answers.add(text.toString());
      return WebSocket.Listener.super.onText(from, text, last);
    }
  }
}
