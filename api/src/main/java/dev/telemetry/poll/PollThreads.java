package dev.telemetry.poll;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes daemon threads that keep no loader but this class's own alive. */
final class PollThreads implements ThreadFactory {
  private final String name;
  private final AtomicInteger made = new AtomicInteger();

  PollThreads(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable work) {
    int before = made.getAndIncrement();
    Thread thread = new Thread(work, before == 0 ? name : name + "-" + (before + 1));
    thread.setDaemon(true);
    thread.setContextClassLoader(PollThreads.class.getClassLoader());
    return thread;
  }
}
