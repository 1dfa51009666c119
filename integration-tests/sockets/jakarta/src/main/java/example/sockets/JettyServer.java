package example.sockets;

import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The endpoints in Jetty. */
public final class JettyServer {
  private static final int MOST = 2 << 20;

  private JettyServer() {}

  /** Starts it on a free port, which it tells. */
  public static void main(String[] args) throws Exception {
    Server server = new Server(0);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    server.setHandler(context);
    JakartaWebSocketServletContainerInitializer.configure(
        context,
        (servlets, container) -> {
          container.setDefaultMaxTextMessageBufferSize(MOST);
          container.setDefaultMaxBinaryMessageBufferSize(MOST);
          container.addEndpoint(Room.class);
          container.addEndpoint(Parts.class);
          container.addEndpoint(Lambdas.config());
          container.addEndpoint(Closed.config());
        });
    server.start();
    System.out.println("port " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    server.join();
  }
}
