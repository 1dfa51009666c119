package dev.telemetry.instrumentation.servlet.containers;

import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Servlet 3.0 to 6.1, {@code javax} and {@code jakarta}, in one JVM. */
class ServletContainersTest {
  private static final String JETTY = "org/eclipse/jetty/ee11/servlet/";
  private static final String ERROR_PAGE = "org/apache/tomcat/util/descriptor/web/ErrorPage";

  /** Servlet 3.0. */
  @Nested
  class Tomcat7 extends ContainerContract {
    Tomcat7() {
      super(
          "tomcat-7",
          "TomcatServer",
          Map.of(
              "jakarta/servlet/",
              "javax/servlet/",
              ERROR_PAGE,
              "org/apache/catalina/deploy/ErrorPage"));
    }
  }

  /** Servlet 4.0. */
  @Nested
  class Tomcat9 extends ContainerContract {
    Tomcat9() {
      super("tomcat-9", "TomcatServer", Map.of("jakarta/servlet/", "javax/servlet/"));
    }
  }

  /** Servlet 6.0. */
  @Nested
  class Tomcat10 extends ContainerContract {
    Tomcat10() {
      super("tomcat-10", "TomcatServer", Map.of());
    }
  }

  /** Servlet 6.1. */
  @Nested
  class Tomcat11 extends ContainerContract {
    Tomcat11() {
      super("tomcat-11", "TomcatServer", Map.of());
    }
  }

  /** Servlet 3.1. */
  @Nested
  class Jetty9 extends ContainerContract {
    Jetty9() {
      super(
          "jetty-9",
          "JettyServer",
          Map.of("jakarta/servlet/", "javax/servlet/", JETTY, "org/eclipse/jetty/servlet/"));
    }
  }

  /** Servlet 6.1. */
  @Nested
  class Jetty12 extends ContainerContract {
    Jetty12() {
      super("jetty-12", "JettyServer", Map.of());
    }
  }
}
