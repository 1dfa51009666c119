package example.vm;

import java.io.File;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * Collects garbage once the file {@code begin} is there, and prints what the VM's own beans tell
 * before and after a time of rest: {@code value metric tags number}.
 */
public final class Main {
  private static final int COLLECTIONS = 4;
  private static final Object LOCK = new Object();
  private static volatile Object kept;

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    final ByteBuffer buffer = ByteBuffer.allocateDirect(3 << 20);
    startThreads();
    values(); // whatever classes it needs are there before it counts
    System.out.println("ready " + ManagementFactory.getRuntimeMXBean().getName());
    awaitFile("begin");
    System.out.println("before " + collections());
    collect();
    Thread.sleep(1000);
    print("first");
    Thread.sleep(2000);
    print("last");
    System.out.println("at rest");
    awaitFile("end");
    System.out.println("buffer " + buffer.capacity());
  }

  private static void collect() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      for (int megabyte = 0; megabyte < 200; megabyte++) {
        kept = new byte[1 << 20];
      }
    }
    kept = null;
    System.gc();
  }

  private static void startThreads() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    Thread holder = new Thread(() -> holdForever(held), "holder");
    holder.setDaemon(true);
    holder.start();
    held.await();
    for (int i = 0; i < 5; i++) {
      Thread blocked = new Thread(() -> holdForever(held), "blocked " + i);
      blocked.setDaemon(true);
      blocked.start();
    }
  }

  private static void holdForever(CountDownLatch held) {
    synchronized (LOCK) {
      held.countDown();
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void print(String when) {
    for (Map.Entry<String, Object> value : values().entrySet()) {
      System.out.println(when + " " + value.getKey() + " " + value.getValue());
    }
  }

  private static Map<String, Object> values() {
    Map<String, Object> values = new TreeMap<>();
    memory(values);
    threads(values);
    collections()
        .forEach((name, count) -> put(values, "jvm.gc.duration", "gc.name:" + name, count));
    for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
      String tag = "buffer.pool.name:" + pool.getName();
      put(values, "jvm.buffer.count", tag, pool.getCount());
      put(values, "jvm.buffer.memory.used", tag, pool.getMemoryUsed());
      put(values, "jvm.buffer.memory.limit", tag, pool.getTotalCapacity());
    }
    system(values);
    return values;
  }

  private static void memory(Map<String, Object> values) {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      String type = pool.getType() == MemoryType.HEAP ? "heap" : "non_heap";
      String tags = "memory.type:" + type + ",jvm.memory.pool.name:" + pool.getName();
      MemoryUsage usage = pool.getUsage();
      put(values, "jvm.memory.used", tags, usage.getUsed());
      put(values, "jvm.memory.committed", tags, usage.getCommitted());
      if (usage.getMax() >= 0) {
        put(values, "jvm.memory.limit", tags, usage.getMax());
      }
      if (pool.getCollectionUsage() != null) {
        put(values, "jvm.memory.used_after_last_gc", tags, pool.getCollectionUsage().getUsed());
      }
    }
  }

  private static void threads(Map<String, Object> values) {
    ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    int blocked = 0;
    for (ThreadInfo thread : bean.getThreadInfo(bean.getAllThreadIds())) {
      if (thread != null && thread.getThreadState() == Thread.State.BLOCKED) {
        blocked++;
      }
    }
    int daemons = bean.getDaemonThreadCount();
    put(values, "jvm.thread.count", "thread.state:blocked", blocked);
    put(values, "jvm.thread.count", "thread.daemon:true", daemons);
    put(values, "jvm.thread.count", "thread.daemon:false", bean.getThreadCount() - daemons);
  }

  private static void system(Map<String, Object> values) {
    com.sun.management.UnixOperatingSystemMXBean system =
        (com.sun.management.UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long loaded = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    long unloaded = ManagementFactory.getClassLoadingMXBean().getUnloadedClassCount();
    put(values, "jvm.class.loaded", "", loaded);
    put(values, "jvm.class.unloaded", "", unloaded);
    put(values, "jvm.class.count", "", loaded - unloaded);
    put(values, "jvm.cpu.time", "", system.getProcessCpuTime() / 1e9);
    put(values, "jvm.cpu.count", "", Runtime.getRuntime().availableProcessors());
    put(values, "jvm.file_descriptor.count", "", system.getOpenFileDescriptorCount());
    put(values, "jvm.file_descriptor.limit", "", system.getMaxFileDescriptorCount());
  }

  private static void put(Map<String, Object> values, String metric, String tags, Object value) {
    String all = tags.isEmpty() ? "-" : "jvm." + tags.replaceAll("\\s", "_");
    values.put(metric + " " + all, value);
  }

  private static Map<String, Long> collections() {
    Map<String, Long> counts = new TreeMap<>();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      counts.put(collector.getName(), collector.getCollectionCount());
    }
    return counts;
  }

  private static void awaitFile(String name) throws InterruptedException {
    while (!new File(name).exists()) {
      Thread.sleep(20);
    }
  }
}
