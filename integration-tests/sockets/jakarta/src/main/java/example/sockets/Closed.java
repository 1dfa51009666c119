package example.sockets;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;

/** Lets nobody in. */
public final class Closed extends Endpoint {
  /** For the container. */
  public Closed() {}

  static ServerEndpointConfig config() {
    return ServerEndpointConfig.Builder.create(Closed.class, "/closed")
        .configurator(new NobodyMayEnter())
        .build();
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    throw new IllegalStateException("somebody has come in");
  }

  private static final class NobodyMayEnter extends ServerEndpointConfig.Configurator {
    @Override
    public boolean checkOrigin(String origin) {
      return false;
    }
  }
}
