package dev.telemetry.agent.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command lines are those that these JVMs really note under {@code sun.java.command}. */
class SurroundingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sun.tools.jcmd.JCmd -l",
        "com.sun.tools.javac.Main -version",
        "sun.security.tools.keytool.Main -help",
        "sun.tools.jar.Main tf shop.jar",
        "sun.tools.jps.Jps",
        "sun.tools.jstack.JStack 4711",
        "com.sun.tools.javap.Main -version",
        "sun.rmi.registry.RegistryImpl 1099",
        "sun.rmi.rmic.Main",
        "com.sun.tools.script.shell.Main -h",
        "jdk.jfr.internal.tool.Main version",
        "com.sun.tools.corba.se.idl.toJavaPortable.Compile",
        "com.sun.corba.se.impl.activation.ORBD -h",
        "com.sun.tools.internal.xjc.Driver -version",
        "jdk.nashorn.tools.Shell -v",
        "com.sun.java.util.jar.pack.Driver -V",
      })
  void toolsOfJava8_areTold(String command) {
    assertThat(Surroundings.isTool(command)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdk.jcmd/sun.tools.jcmd.JCmd -l",
        "jdk.compiler/com.sun.tools.javac.Main -version",
        "java.base/sun.security.tools.keytool.Main -help",
        "jdk.jartool/sun.tools.jar.Main tf shop.jar",
        "jdk.jshell/jdk.internal.jshell.tool.JShellToolProvider",
        "jdk.jshell.execution.RemoteExecutionControl 41234",
        "java.rmi/sun.rmi.registry.RegistryImpl 1099",
        "java.scripting/com.sun.tools.script.shell.Main -h",
        "jdk.jlink/jdk.tools.jlink.internal.Main --version",
        "jdk.hotspot.agent/sun.jvm.hotspot.SALauncher",
        "jdk.httpserver/sun.net.httpserver.simpleserver.JWebServer -p 80",
        "jdk.jpackage/jdk.jpackage.main.Main --version",
      })
  void toolsOfJava17AndLater_areTold(String command) {
    assertThat(Surroundings.isTool(command)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "com.acme.shop.Main",
        "com.acme.shop/com.acme.shop.Main",
        "shop.jar --port 80",
        "jdk.shop.jar",
        "java.d/shop.jar",
        "jdkshop.Main",
        "org.apache.catalina.startup.Bootstrap start",
        "com.acme.Main sun.tools.jcmd.JCmd",
        "sunshine.tools.Main",
      })
  void applications_areNoTools(String command) {
    assertThat(Surroundings.isTool(command)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdk.compiler/com.sun.tools.javac.launcher.Main Shop.java",
        "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher Shop.java",
      })
  void programStartedFromItsSource_isAnApplication(String command) {
    assertThat(Surroundings.isTool(command)).isFalse();
  }

  @Test
  void switchedOff_isNotAllowed() {
    String before = System.getProperty("telemetry.enabled");
    try {
      System.setProperty("telemetry.enabled", "False");
      assertThat(Surroundings.allow()).isFalse();
    } finally {
      restore(before);
    }
  }

  @Test
  void otherWords_doNotSwitchOff() {
    String before = System.getProperty("telemetry.enabled");
    try {
      System.setProperty("telemetry.enabled", "true");
      assertThat(Surroundings.allow()).isTrue();
    } finally {
      restore(before);
    }
  }

  private static void restore(String value) {
    if (value == null) {
      System.clearProperty("telemetry.enabled");
    } else {
      System.setProperty("telemetry.enabled", value);
    }
  }
}
