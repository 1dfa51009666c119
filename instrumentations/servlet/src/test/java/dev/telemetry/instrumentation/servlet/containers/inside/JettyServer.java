package dev.telemetry.instrumentation.servlet.containers.inside;

import java.util.EventListener;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Eclipse Jetty 9.4 and 12. */
public final class JettyServer implements dev.telemetry.instrumentation.servlet.containers.Server {
  private final Server jetty = new Server(0);

  @Override
  public int start() throws Exception {
    ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    context.setContextPath("/app");
    // what it returns differs by version
    ServletContextHandler.class
        .getMethod("addEventListener", EventListener.class)
        .invoke(context, new Application());
    jetty.setHandler(context);
    jetty.start();
    return ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
  }

  @Override
  public void stop() throws Exception {
    jetty.stop();
  }
}
