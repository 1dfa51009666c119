package dev.telemetry.instrumentation.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.Woven;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** STOMP over Spring's broker. */
class StompWovenTest {
  @RegisterExtension static final Woven woven = new Woven(new WebSocketModule());

  private static TomcatServer server;

  @BeforeAll
  static void start() throws LifecycleException {
    server = new TomcatServer(StompWovenTest::addSpring);
  }

  private static void addSpring(Tomcat tomcat, String folder) {
    Context context = tomcat.addContext("/spring", folder);
    context.addServletContainerInitializer(new WsSci(), Set.of());
    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
    spring.register(StompApplication.class);
    Tomcat.addServlet(context, "spring", new DispatcherServlet(spring)).addMapping("/");
  }

  @AfterAll
  static void stop() throws LifecycleException {
    server.close();
  }

  /** A client may have gone before what it said is handled. */
  @AfterEach
  void awaitEnds() {
    TomcatWovenTest.await(
        () ->
            named("websocket.message.start").size()
                    == named("websocket.message.stop").size()
                        + named("websocket.message.exception").size()
                && named("websocket.session.open").size()
                    == named("websocket.session.close").size());
  }

  @Test
  void broadcast_isCountedByDestinationAndAnswersNobody() throws IOException {
    try (RawClient first = connected();
        RawClient second = connected()) {
      subscribe(first, "/topic/greetings");
      subscribe(second, "/topic/greetings");
      say(first, "SEND\ndestination:/app/hello\n\nAda\0");
      first.receive();
      second.receive();
    }

    awaitClosed(2);
    awaitOut(4);
    assertThat(names("in"))
        .containsExactlyInAnyOrder(
            "CONNECT", "CONNECT", "/topic/greetings", "/topic/greetings", "/app/hello");
    assertThat(names("out"))
        .containsExactlyInAnyOrder(
            "CONNECTED", "CONNECTED", "/topic/greetings", "/topic/greetings");
    assertThat(named("websocket.reply.stop"))
        .extracting(reply -> reply.metadata().get("websocket.event"))
        .containsExactly("CONNECT", "CONNECT");
    assertThat(named("websocket.subscribe"))
        .extracting(subscribe -> subscribe.metadata().get("websocket.event"))
        .containsExactly("/topic/greetings", "/topic/greetings");
    assertThat(named("websocket.unanswered")).isEmpty();
  }

  /** Spring loses the error where a thread is sending still when the session ends. */
  @Test
  void refusedSubscription_isAnErrorThatEndsTheSession() throws IOException {
    List<String> sent = new ArrayList<>(List.of("CONNECTED"));
    try (RawClient client = connected()) {
      say(client, "SUBSCRIBE\nid:1\ndestination:/topic/secret\n\n\0");
      if (client.receive() == RawClient.TEXT) {
        sent.add("ERROR");
      }
    }

    awaitClosed(1);
    awaitOut(sent.size());
    assertThat(names("out")).containsExactlyElementsOf(sent);
    assertThat(named("websocket.subscribe")).hasSize(1);
  }

  @Test
  void framesOfSockJs_areNamedByWhatTheyBear() throws IOException {
    try (RawClient client = new RawClient(server.url("/spring/sock/1/abc/websocket"))) {
      client.receive();
      say(client, "[\"CONNECT\\naccept-version:1.2\\nhost:localhost\\n\\n\\u0000\"]");
      client.receive();
      say(client, "[\"SEND\\ndestination:/app/hello\\n\\nAda\\u0000\"]");
      TomcatWovenTest.await(() -> names("in").size() == 2);
    }

    awaitOut(2);
    assertThat(names("in")).containsExactlyInAnyOrder("CONNECT", "/app/hello");
    assertThat(names("out")).containsExactly("_unnamed", "CONNECTED");
    assertThat(named("websocket.reply.stop"))
        .extracting(reply -> reply.metadata().get("websocket.event"))
        .containsExactly("CONNECT");
    assertThat(named("websocket.unanswered")).isEmpty();
    assertThat(named("websocket.session.open").get(0).metadata())
        .containsEntry("websocket.endpoint", "/spring/sock/{server}/{session}/websocket");
  }

  @Test
  void message_isHandledUntilItsMethodReturns() throws Exception {
    try (RawClient client = connected()) {
      say(client, "SEND\ndestination:/app/wait\n\n\0");
      StompApplication.ENTERED.acquire();
      say(client, "SEND\ndestination:/app/hello\n\nAda\0");
      TomcatWovenTest.await(() -> names("in").contains("/app/hello"));
      assertThat(names("in")).containsExactly("CONNECT", "/app/hello");
      StompApplication.MAY_RETURN.release();
      TomcatWovenTest.await(() -> names("in").contains("/app/wait"));
    }

    assertThat(named("websocket.message.exception")).isEmpty();
  }

  @Test
  void messageWhoseMethodThrows_isAnException() throws IOException {
    try (RawClient client = connected()) {
      say(client, "SEND\ndestination:/app/broken\n\n\0");
      TomcatWovenTest.await(() -> !named("websocket.message.exception").isEmpty());
    }

    assertThat(named("websocket.message.exception"))
        .extracting(event -> event.metadata().get("websocket.event"))
        .containsExactly("/app/broken");
    assertThat(named("websocket.message.exception").get(0).metadata())
        .containsEntry("error.type", "java.lang.UnsupportedOperationException");
    assertThat(names("in")).containsExactly("CONNECT");
  }

  @Test
  void pageRequest_isNoHandshake() throws IOException {
    URL page = new URL(server.url("/spring/stomp").replace("ws:", "http:"));
    HttpURLConnection connection = (HttpURLConnection) page.openConnection();

    assertThat(connection.getResponseCode()).isEqualTo(400);
    assertThat(named("websocket.session.refuse")).isEmpty();
  }

  @Test
  void strangersHandshake_isRefused() {
    assertThatThrownBy(() -> new RawClient(server.url("/spring/stomp"), "Origin: http://stranger"))
        .hasMessageContaining("403");

    TomcatWovenTest.await(() -> !named("websocket.session.refuse").isEmpty());
    assertThat(named("websocket.session.refuse")).hasSize(1);
    assertThat(named("websocket.session.refuse").get(0).metadata())
        .containsEntry("websocket.endpoint", "/spring/stomp")
        .containsEntry("http.response.status_code", 403);
    assertThat(named("websocket.session.open")).isEmpty();
  }

  private static RawClient connected() throws IOException {
    RawClient client = new RawClient(server.url("/spring/stomp"));
    sayAndAwait(client, "CONNECT\naccept-version:1.2\nhost:localhost\n\n\0");
    client.receive();
    return client;
  }

  private static void subscribe(RawClient client, String destination) throws IOException {
    sayAndAwait(client, "SUBSCRIBE\nid:1\ndestination:" + destination + "\n\n\0");
  }

  private static void sayAndAwait(RawClient client, String frame) throws IOException {
    int before = names("in").size();
    say(client, frame);
    TomcatWovenTest.await(() -> names("in").size() > before);
  }

  private static void say(RawClient client, String frame) throws IOException {
    client.send(RawClient.TEXT, true, frame.getBytes(UTF_8));
  }

  private static void awaitClosed(int sessions) {
    TomcatWovenTest.await(() -> named("websocket.session.close").size() == sessions);
  }

  /** A client may have a message, and even go, before its sender knows that it is sent. */
  private static void awaitOut(int messages) {
    TomcatWovenTest.await(() -> names("out").size() == messages);
  }

  private static List<Object> names(String direction) {
    return named("websocket.message.stop").stream()
        .filter(stop -> direction.equals(stop.metadata().get("websocket.direction")))
        .map(stop -> stop.metadata().get("websocket.event"))
        .toList();
  }

  private static List<RecordedEvent> named(String name) {
    return woven.events().named(name);
  }
}
