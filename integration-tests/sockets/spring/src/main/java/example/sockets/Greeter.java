package example.sockets;

import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.stereotype.Controller;

/** Handles what is said to the application. */
@Controller
public class Greeter {
  private static final long THOUGHT_MILLIS = 250;

  /** Tells all who has come. */
  @MessageMapping("/hello")
  @SendTo("/topic/greetings")
  public String greet(String name) {
    return "Hello, " + name;
  }

  /** Takes its time, and tells all that it has. */
  @MessageMapping("/think")
  @SendTo("/topic/greetings")
  public String think(String what) throws InterruptedException {
    Thread.sleep(THOUGHT_MILLIS);
    return "thought of " + what;
  }

  /** Cannot. */
  @MessageMapping("/broken")
  public void fail() {
    throw new UnsupportedOperationException("not even this");
  }
}
