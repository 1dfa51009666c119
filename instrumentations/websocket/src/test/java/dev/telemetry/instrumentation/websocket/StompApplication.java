package dev.telemetry.instrumentation.websocket;

import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.stereotype.Controller;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/**
 * Spring with a simple broker: what is said to it is told to all, but to secrets nobody listens.
 */
@Configuration
@EnableWebSocketMessageBroker
public class StompApplication implements WebSocketMessageBrokerConfigurer {
  /** Has as many permits as there are messages being waited with. */
  static final Semaphore ENTERED = new Semaphore(0);

  /** Has as many permits as messages need not wait any more. */
  static final Semaphore MAY_RETURN = new Semaphore(0);

  @Override
  public void registerStompEndpoints(StompEndpointRegistry registry) {
    registry.addEndpoint("/stomp").setAllowedOrigins("http://friend");
    registry.addEndpoint("/sock").withSockJS();
  }

  @Override
  public void configureMessageBroker(MessageBrokerRegistry registry) {
    registry.enableSimpleBroker("/topic");
    registry.setApplicationDestinationPrefixes("/app");
  }

  @Override
  public void configureClientInboundChannel(ChannelRegistration registration) {
    registration.interceptors(new NoSecrets());
  }

  /** Greets; found because it stands in here. */
  @Controller
  public static class Greeter {
    /** Tells all who has come. */
    @MessageMapping("/hello")
    @SendTo("/topic/greetings")
    public String greet(String name) {
      return "Hello, " + name;
    }

    /** Takes as long as the test wants. */
    @MessageMapping("/wait")
    public void await() throws InterruptedException {
      ENTERED.release();
      MAY_RETURN.acquire();
    }

    /** Cannot. */
    @MessageMapping("/broken")
    public void fail() {
      throw new UnsupportedOperationException("not even this");
    }
  }

  private static final class NoSecrets implements ChannelInterceptor {
    @Override
    public Message<?> preSend(Message<?> message, MessageChannel channel) {
      if ("/topic/secret".equals(StompHeaderAccessor.wrap(message).getDestination())) {
        throw new IllegalArgumentException("not for you");
      }
      return message;
    }
  }
}
