package example.sockets;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;

/** The endpoints in Undertow. */
public final class UndertowServer {
  private UndertowServer() {}

  /** Starts it on a free port, which it tells. */
  public static void main(String[] args) throws ServletException {
    WebSocketDeploymentInfo sockets =
        new WebSocketDeploymentInfo()
            .addEndpoint(Room.class)
            .addEndpoint(Parts.class)
            .addEndpoint(Lambdas.config())
            .addEndpoint(Closed.config());
    DeploymentInfo deployment =
        Servlets.deployment()
            .setClassLoader(UndertowServer.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("sockets")
            .addServletContextAttribute(WebSocketDeploymentInfo.ATTRIBUTE_NAME, sockets);
    DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
    manager.deploy();
    Undertow server =
        Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(manager.start()).build();
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    System.out.println("port " + address.getPort());
  }
}
