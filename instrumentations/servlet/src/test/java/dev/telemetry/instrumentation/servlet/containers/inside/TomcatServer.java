package dev.telemetry.instrumentation.servlet.containers.inside;

import dev.telemetry.instrumentation.servlet.containers.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/** Apache Tomcat 7 to 11. */
public final class TomcatServer implements Server {
  private static final Logger LOG = Logger.getLogger("org.apache");

  private final Tomcat tomcat = new Tomcat();

  @Override
  public int start() throws Exception {
    LOG.setLevel(Level.OFF);
    leaveUrlsAlone();
    Path base = Files.createTempDirectory("tomcat");
    tomcat.setBaseDir(base.toString());
    tomcat.setPort(0);
    Context context = tomcat.addContext("/app", base.toString());
    context.addServletContainerInitializer(new Application(), Set.of());
    context.addErrorPage(page(404));
    context.addErrorPage(page(500));
    tomcat.getConnector();
    tomcat.start();
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }

  /** The JVM takes one factory for URLs, and there are several containers in it. */
  private static void leaveUrlsAlone() throws ReflectiveOperationException {
    try {
      TomcatServer.class
          .getClassLoader()
          .loadClass("org.apache.catalina.webresources.TomcatURLStreamHandlerFactory")
          .getMethod("disable")
          .invoke(null);
    } catch (ClassNotFoundException tomcat7) {
      // has none
    }
  }

  private static ErrorPage page(int status) {
    ErrorPage page = new ErrorPage();
    page.setErrorCode(status);
    page.setLocation("/error");
    return page;
  }
}
