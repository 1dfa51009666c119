package dev.telemetry.demo.buttons;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import org.springframework.stereotype.Component;

/** Tells the container of the endpoint, which it does not look for where it is embedded. */
@Component
final class ButtonsSetup implements ServletContextListener {
  @Override
  public void contextInitialized(ServletContextEvent start) {
    ServerContainer container =
        (ServerContainer) start.getServletContext().getAttribute(ServerContainer.class.getName());
    try {
      container.addEndpoint(ButtonsEndpoint.class);
    } catch (DeploymentException wrong) {
      throw new IllegalStateException(wrong);
    }
  }
}
