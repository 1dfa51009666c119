package dev.telemetry.instrumentation.websocket;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SyncTaskExecutor;
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
  @Override
  public void registerStompEndpoints(StompEndpointRegistry registry) {
    registry.addEndpoint("/stomp").setAllowedOrigins("http://friend");
  }

  @Override
  public void configureMessageBroker(MessageBrokerRegistry registry) {
    registry.enableSimpleBroker("/topic");
    registry.setApplicationDestinationPrefixes("/app");
  }

  /** Handled on the container's threads, so that tests know when it is; sent on others. */
  @Override
  public void configureClientInboundChannel(ChannelRegistration registration) {
    registration.interceptors(new NoSecrets()).executor(new SyncTaskExecutor());
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
