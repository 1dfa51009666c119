package example.library;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** A library of pages with an embedded Tomcat and H2, open until it is told to end. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    Logger.getLogger("org.apache").setLevel(Level.WARNING);
    Pages.create();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(new File("tomcat").getAbsolutePath());
    tomcat.setPort(0);
    Connector connector = tomcat.getConnector();
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxKeepAliveRequests", "-1");
    Context context = tomcat.addContext("", new File(".").getAbsolutePath());
    Tomcat.addServlet(context, "pages", new PageServlet());
    context.addServletMappingDecoded("/pages/*", "pages");
    Tomcat.addServlet(context, "elsewhere", new ElsewhereServlet());
    context.addServletMappingDecoded("/", "elsewhere");
    tomcat.start();
    String process = ManagementFactory.getRuntimeMXBean().getName();
    System.out.println("open at " + connector.getLocalPort() + " as " + process);
    tomcat.getServer().await();
  }
}
