package dev.telemetry.it;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The MBeans of another process, as the JDK's own tools see them. */
final class JmxView implements AutoCloseable {
  private final JMXConnector connector;
  private final MBeanServerConnection beans;

  /** Attaches to a process of this Java version. */
  @SuppressWarnings("BanJNDI") // the address is the one that the process itself has told
  JmxView(String pid) {
    try {
      VirtualMachine process = VirtualMachine.attach(pid);
      String address = process.startLocalManagementAgent();
      process.detach();
      connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
      beans = connector.getMBeanServerConnection();
    } catch (AttachNotSupportedException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number that the one bean of such a name has. */
  double number(String pattern, String attribute) {
    try {
      ObjectName name = beans.queryNames(new ObjectName(pattern), null).iterator().next();
      return ((Number) beans.getAttribute(name, attribute)).doubleValue();
    } catch (JMException e) {
      throw new IllegalStateException(pattern + " " + attribute, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
