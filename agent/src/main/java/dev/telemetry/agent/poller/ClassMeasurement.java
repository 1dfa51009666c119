package dev.telemetry.agent.poller;

import dev.telemetry.bus.Event;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;

/** The classes. */
final class ClassMeasurement implements PeriodicMeasurement {
  private final ClassLoadingMXBean classes;
  private final Steps loaded = new Steps();
  private final Steps unloaded = new Steps();

  ClassMeasurement() {
    this(ManagementFactory.getClassLoadingMXBean());
  }

  ClassMeasurement(ClassLoadingMXBean classes) {
    this.classes = classes;
  }

  @Override
  public void measure(Event event) {
    new Reading()
        .number(VmEvents.LOADED, loaded.to(classes.getTotalLoadedClassCount()))
        .number(VmEvents.UNLOADED, unloaded.to(classes.getUnloadedClassCount()))
        .number(VmEvents.COUNT, classes.getLoadedClassCount())
        .emit(event);
  }
}
