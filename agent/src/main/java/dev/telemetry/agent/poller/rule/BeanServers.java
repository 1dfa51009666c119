package dev.telemetry.agent.poller.rule;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/**
 * Finds the servers of MBeans that there are. The platform's is made only for beans of the VM,
 * which are nowhere else: an application may want to choose its own server before the first is
 * made.
 */
final class BeanServers {
  private BeanServers() {}

  static List<MBeanServer> thatMayHave(ObjectName pattern) {
    if (isOfTheVm(pattern.getDomain())) {
      ManagementFactory.getPlatformMBeanServer();
    }
    return MBeanServerFactory.findMBeanServer(null);
  }

  private static boolean isOfTheVm(String domain) {
    return domain.startsWith("java.") || domain.startsWith("com.sun.management");
  }
}
