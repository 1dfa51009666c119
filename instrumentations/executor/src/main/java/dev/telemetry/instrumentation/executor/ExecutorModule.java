package dev.telemetry.instrumentation.executor;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.PulledValues;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures thread pools and tasks that are scheduled. Has to be asked for: all tasks of the
 * application pass its hooks.
 *
 * <p>Sizes are looked at when the agent asks for values; they are events, so its sink gets none.
 */
public final class ExecutorModule implements InstrumentationModule, PulledValues {
  private static final String JDK = "java.util.concurrent.ThreadPoolExecutor";
  private static final String TOMCAT = "org.apache.tomcat.util.threads.ThreadPoolExecutor";
  private static final String JETTY = "org.eclipse.jetty.util.thread.QueuedThreadPool";
  private static final String EXECUTE = "execute(Ljava/lang/Runnable;)V";

  /** Values are asked for once a second. */
  private static final int LOOKS_EVERY = 5;

  private volatile @Nullable Pools pools;
  private volatile @Nullable Tasks tasks;
  private int pulls;

  /** For {@link java.util.ServiceLoader}. */
  public ExecutorModule() {}

  @Override
  public String name() {
    return "executor";
  }

  @Override
  public boolean unasked() {
    return false;
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    Pools known = new Pools(context.bus().event(ExecutorEvents.POOL));
    Tasks measured = new Tasks(context.bus(), known);
    pools = known;
    tasks = measured;
    List<WeavePoint> points = new ArrayList<>();
    PoolHooks jdk = new PoolHooks(measured, PoolType.THREAD_POOL);
    workers(JDK, jdk, WeavePoint::inJdk, points);
    points.add(WeavePoint.inJdk(JDK, EXECUTE, jdk.handedOver()));
    points.add(WeavePoint.inJdk(JDK, "reject(Ljava/lang/Runnable;)V", jdk.refused()));
    Timetable timetable = new Timetable(context.bus().span(ExecutorEvents.SCHEDULED));
    new TimetableHooks(timetable).addTo(points);
    PoolHooks tomcat = new PoolHooks(measured, PoolType.TOMCAT);
    workers(TOMCAT, tomcat, WeavePoint::subtypesOf, points);
    points.add(WeavePoint.subtypesOf(TOMCAT, EXECUTE, tomcat.handedOverOrThrown()));
    PoolHooks jetty = new PoolHooks(measured, PoolType.JETTY);
    points.add(WeavePoint.subtypesOf(JETTY, EXECUTE, jetty.handedOverOrThrown()));
    points.add(WeavePoint.subtypesOf(JETTY, "runJob(Ljava/lang/Runnable;)V", jetty.run()));
    return points;
  }

  /** Tomcat's pool began as a copy of the JDK's, and has its methods. */
  private static void workers(String pool, PoolHooks hooks, Place place, List<WeavePoint> points) {
    String worker = pool + "$Worker";
    String workerType = "L" + worker.replace('.', '/') + ";";
    points.add(place.of(pool, "addWorker(Ljava/lang/Runnable;Z)Z", hooks.workerAdded()));
    points.add(place.of(pool, "runWorker(" + workerType + ")V", hooks.worker()));
    points.add(place.of(pool, "getTask()Ljava/lang/Runnable;", hooks.taken()));
    points.add(place.of(worker, "lock()V", hooks.runBegins()));
    points.add(place.of(worker, "unlock()V", hooks.runEnds()));
  }

  @Override
  public void pull(Sink sink) {
    Pools known = pools;
    Tasks measured = tasks;
    if (known != null && measured != null && pulls++ % LOOKS_EVERY == 0) {
      known.tell();
      measured.forgetDead();
    }
  }

  @Override
  public List<EventDefinition> events() {
    return ExecutorEvents.all();
  }

  @Override
  public List<MetricDefinition> metrics() {
    return ExecutorEvents.metrics();
  }

  /** Makes a weave point of a method that a class declares. */
  private interface Place {
    WeavePoint of(String type, String method, SiteAdvice advice);
  }
}
