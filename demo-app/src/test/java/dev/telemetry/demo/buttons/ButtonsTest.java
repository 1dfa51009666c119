package dev.telemetry.demo.buttons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.demo.Browser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Timeout(60)
final class ButtonsTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  @LocalServerPort private int port;

  @ParameterizedTest
  @EnumSource(Button.class)
  void press_isAnsweredByTheColourAfterTheButtonsSleep(Button button) throws Exception {
    socket().sendText("{\"event\": \"" + button + "\"}", true).join();

    JsonNode answer = JSON.readTree(answers.take());
    assertThat(answer.path("button").asString()).isEqualTo(button.toString());
    assertThat(answer.path("colour").asString()).isEqualTo(button.colour());
    assertThat(answer.path("took").asDouble())
        .isGreaterThanOrEqualTo((double) button.sleep().toMillis());
  }

  @Test
  void whatIsNoPress_isNotAnsweredAndBreaksNothing() throws Exception {
    WebSocket socket = socket();
    for (String message : new String[] {"{\"event\": \"pink\"}", "{", "", "7"}) {
      socket.sendText(message, true).join();
    }
    socket.sendText("{\"event\": \"red\"}", true).join();

    assertThat(answers.take()).contains("\"red\"");
    assertThat(answers).isEmpty();
  }

  @Test
  void page_hasAButtonForEach() throws Exception {
    String page = new Browser(port).get("/buttons").body();

    for (Button button : Button.values()) {
      assertThat(page).contains("data-event=\"" + button + "\"");
    }
    assertThat(page).contains("<script src=\"/buttons.js\">");
    assertThat(new Browser(port).get("/buttons.js").statusCode()).isEqualTo(200);
  }

  private WebSocket socket() {
    URI uri = URI.create("ws://localhost:" + port + ButtonsEndpoint.PATH);
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(
            uri,
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                answers.add(text.toString());
                return WebSocket.Listener.super.onText(from, text, last);
              }
            })
        .join();
  }
}
