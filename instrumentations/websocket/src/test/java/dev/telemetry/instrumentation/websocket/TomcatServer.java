package dev.telemetry.instrumentation.websocket;

import jakarta.servlet.ServletContext;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.File;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** Tomcat with endpoints of every kind. */
final class TomcatServer implements AutoCloseable {
  private static final int BUFFERS = 1 << 21;

  private final Tomcat tomcat = new Tomcat();

  TomcatServer() throws LifecycleException {
    this((alone, folder) -> {});
  }

  /**
   * Starts it.
   *
   * @param further adds applications, and is given the folder that they may have in common
   */
  TomcatServer(BiConsumer<Tomcat, String> further) throws LifecycleException {
    File base = new File("target/tomcat");
    tomcat.setBaseDir(base.getAbsolutePath());
    tomcat.setPort(0);
    Context context = tomcat.addContext("", base.getAbsoluteFile().getParent());
    context.addServletContainerInitializer(new WsSci(), Set.of());
    context.addServletContainerInitializer((classes, servlets) -> deploy(servlets), Set.of());
    Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet")
        .addMapping("/");
    further.accept(tomcat, base.getAbsoluteFile().getParent());
    tomcat.getConnector();
    tomcat.start();
  }

  private static void deploy(ServletContext servlets) {
    ServerContainer container =
        (ServerContainer) servlets.getAttribute(ServerContainer.class.getName());
    container.setDefaultMaxTextMessageBufferSize(BUFFERS);
    container.setDefaultMaxBinaryMessageBufferSize(BUFFERS);
    try {
      container.addEndpoint(Room.class);
      container.addEndpoint(ServerEndpointConfig.Builder.create(Lambdas.class, "/lambdas").build());
      container.addEndpoint(
          ServerEndpointConfig.Builder.create(Lambdas.class, "/closed")
              .configurator(new NobodyMayEnter())
              .build());
    } catch (DeploymentException failed) {
      throw new IllegalStateException(failed);
    }
  }

  String url(String path) {
    return "ws://localhost:" + tomcat.getConnector().getLocalPort() + path;
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  /** A programmatic endpoint with handlers that are lambdas, one of them for parts. */
  public static final class Lambdas extends Endpoint {
    /** For the container. */
    public Lambdas() {}

    @Override
    public void onOpen(Session session, EndpointConfig config) {
      session.addMessageHandler(
          String.class,
          (MessageHandler.Whole<String>)
              text -> session.getAsyncRemote().sendText(text, sent -> {}));
      session.addMessageHandler(
          byte[].class,
          (MessageHandler.Partial<byte[]>)
              (part, last) -> {
                if (last) {
                  session.getAsyncRemote().sendText("all", sent -> {});
                }
              });
    }
  }

  private static final class NobodyMayEnter extends ServerEndpointConfig.Configurator {
    @Override
    public boolean checkOrigin(String origin) {
      return false;
    }
  }
}
