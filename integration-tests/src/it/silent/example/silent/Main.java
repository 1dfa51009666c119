package example.silent;

import java.io.File;
import java.io.IOException;
import java.util.Collections;
import javax.servlet.ServletContext;
import javax.websocket.DeploymentException;
import javax.websocket.OnMessage;
import javax.websocket.Session;
import javax.websocket.server.ServerContainer;
import javax.websocket.server.ServerEndpoint;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** Answers some messages over a WebSocket, and stays silent about others. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(new File("tomcat").getAbsolutePath());
    tomcat.setPort(0);
    Context context = tomcat.addContext("", new File(".").getAbsolutePath());
    context.addServletContainerInitializer(new WsSci(), Collections.emptySet());
    context.addServletContainerInitializer((all, servlets) -> deploy(servlets), null);
    Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet")
        .addMapping("/");
    tomcat.getConnector();
    tomcat.start();
    System.out.println("port " + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  private static void deploy(ServletContext servlets) {
    String name = ServerContainer.class.getName();
    try {
      ((ServerContainer) servlets.getAttribute(name)).addEndpoint(Talk.class);
    } catch (DeploymentException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** One end of a conversation. */
  @ServerEndpoint("/talk")
  public static final class Talk {
    /** For the container. */
    public Talk() {}

    /** Answers what asks for it; tells how much memory is in use. */
    @OnMessage
    public void onText(Session session, String text) throws IOException {
      if (text.contains("ask")) {
        session.getBasicRemote().sendText("answer");
      } else if (text.contains("memory")) {
        System.out.println("in use " + inUse());
        session.getBasicRemote().sendText("told");
      }
    }

    private static long inUse() {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < 5; i++) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
      }
      return least;
    }
  }
}
