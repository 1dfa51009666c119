package example.vm;

import javax.management.MBeanServerBuilder;

/** Tells when the first MBean server is made. */
public final class OwnServerBuilder extends MBeanServerBuilder {
  public OwnServerBuilder() {
    System.out.println("server builder made");
  }
}
