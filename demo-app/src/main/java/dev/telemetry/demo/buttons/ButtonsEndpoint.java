package dev.telemetry.demo.buttons;

import dev.telemetry.Measured;
import dev.telemetry.MeasuredKey;
import dev.telemetry.MeasuredTag;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The other end of the page: <code>{"event": "red"}</code> says which button was pressed, the
 * answer what colour that makes, and how long it took by a stopwatch of our own.
 */
@ServerEndpoint(ButtonsEndpoint.PATH)
public final class ButtonsEndpoint {
  static final String PATH = "/buttons/live";

  private static final double NANOS_IN_MILLI = 1e6;
  private static final JsonMapper JSON = new JsonMapper();

  /** For the container, which makes one for each session. */
  public ButtonsEndpoint() {}

  /** Takes a press; what is none stays without an answer. */
  @OnMessage
  public void onMessage(Session session, String message) throws IOException, InterruptedException {
    long pressed = System.nanoTime();
    Optional<Button> button = button(message);
    if (button.isPresent()) {
      handleEvent(session, button.get());
      render(session, button.get(), pressed);
    }
  }

  private static Optional<Button> button(String message) {
    try {
      return Button.named(JSON.readTree(message).path("event").asString(""));
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }

  @Measured(opens = "button.press")
  void handleEvent(@MeasuredKey Session session, @MeasuredTag("button") Button button)
      throws InterruptedException {
    Thread.sleep(button.sleep().toMillis());
  }

  @Measured(closes = "button.press")
  void render(@MeasuredKey Session session, Button button, long pressed) throws IOException {
    double took = (System.nanoTime() - pressed) / NANOS_IN_MILLI;
    Map<String, Object> answer =
        Map.of(
            "event",
            "render",
            "button",
            button.toString(),
            "colour",
            button.colour(),
            "took",
            took);
    session.getBasicRemote().sendText(JSON.writeValueAsString(answer));
  }
}
