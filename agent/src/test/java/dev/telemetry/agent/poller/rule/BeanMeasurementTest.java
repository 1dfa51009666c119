package dev.telemetry.agent.poller.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.poller.Emitted.One;
import dev.telemetry.poll.PeriodicMeasurement;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BeanMeasurementTest {
  private final RulesFixture rules = new RulesFixture();
  private final MBeanServer server = MBeanServerFactory.createMBeanServer();

  @AfterEach
  void release() {
    MBeanServerFactory.releaseMBeanServer(server);
  }

  @Test
  void bean_isAnEventWithTheKeysOfItsName() throws Exception {
    register("Acme:type=Pool,name=\"http-1\"", new Pool.Settable(3));

    rules.measurement("{mbean: 'Acme:type=Pool,name=*', attributes: [Busy], event: p.q}").measure();

    assertThat(rules.emitted.only())
        .isEqualTo(
            new One(
                "p.q",
                Map.of("Busy", 3),
                Map.of("domain", "Acme", "type", "Pool", "name", "http-1")));
  }

  @Test
  void beans_thatMatchAreEachAnEvent() throws Exception {
    register("Acme:type=Pool,name=a", new Pool.Settable(1));
    register("Acme:type=Pool,name=b", new Pool.Settable(2));
    register("Acme:type=Other,name=c", new Pool.Settable(9));

    rules.measurement("{mbean: 'Acme:type=Pool,name=*', attributes: [Busy], event: p.q}").measure();

    assertThat(rules.emitted.about("name", "a").number("Busy")).isEqualTo(1);
    assertThat(rules.emitted.about("name", "b").number("Busy")).isEqualTo(2);
    assertThat(rules.emitted.events).hasSize(2);
  }

  @Test
  void numbers_areWhatIsTrueHasASizeOrLiesWithin() throws Exception {
    register("Acme:type=Pool", new Pool.Settable(3));

    rules
        .measurement(
            "{mbean: 'Acme:type=Pool', event: p.q,"
                + " attributes: [Running, Waiting, {attribute: Room.used, as: used}]}")
        .measure();

    assertThat(rules.emitted.only().numbers())
        .isEqualTo(Map.of("Running", 1, "Waiting", 2, "used", 77L));
  }

  @Test
  void counter_isMeasuredInStepsFromZero() throws Exception {
    Pool.Settable pool = new Pool.Settable(0);
    register("Acme:type=Pool", pool);
    PeriodicMeasurement measurement = rules.measurement(counter());

    assertThat(tasks(measurement, pool, 100)).isEqualTo(100);
    assertThat(tasks(measurement, pool, 130)).isEqualTo(30);
    assertThat(tasks(measurement, pool, 130)).isZero();
  }

  @Test
  void counter_thatFallsHasBegunAnew() throws Exception {
    Pool.Settable pool = new Pool.Settable(0);
    register("Acme:type=Pool", pool);
    PeriodicMeasurement measurement = rules.measurement(counter());
    tasks(measurement, pool, 100);

    assertThat(tasks(measurement, pool, 7)).isEqualTo(7);
  }

  @Test
  void counterOfABeanThatWasAway_beginsAnew() throws Exception {
    Pool.Settable pool = new Pool.Settable(0);
    register("Acme:type=Pool", pool);
    PeriodicMeasurement measurement = rules.measurement(counter());
    tasks(measurement, pool, 100);
    server.unregisterMBean(new ObjectName("Acme:type=Pool"));
    measurement.measure();
    register("Acme:type=Pool", pool);

    assertThat(tasks(measurement, pool, 120)).isEqualTo(120);
  }

  @Test
  void attributeThatIsNoNumber_isToldOnceAndTheOthersAreMeasured() throws Exception {
    register("Acme:type=Pool", new Pool.Settable(3));
    PeriodicMeasurement measurement =
        rules.measurement("{mbean: 'Acme:type=Pool', attributes: [Busi, State, Busy], event: p.q}");

    measurement.measure();
    measurement.measure();

    assertThat(rules.emitted.events).hasSize(2);
    assertThat(rules.emitted.events.get(0).numbers()).isEqualTo(Map.of("Busy", 3));
    assertThat(rules.said().lines())
        .containsExactly(
            "telemetry: poll: Acme:type=Pool: Acme:type=Pool has no number Busi",
            "telemetry: poll: Acme:type=Pool: Acme:type=Pool has no number State");
  }

  @Test
  void numberThatIsNone_isLeftOutInSilence() throws Exception {
    Pool.Settable pool = new Pool.Settable(3);
    pool.load = Double.NaN;
    register("Acme:type=Pool", pool);

    rules.measurement("{mbean: 'Acme:type=Pool', attributes: [Load, Busy], event: p.q}").measure();

    assertThat(rules.emitted.only().numbers()).containsOnlyKeys("Busy");
    assertThat(rules.said()).isEmpty();
  }

  @Test
  void noBean_isNoEvent() throws Exception {
    rules.measurement("{mbean: 'Acme:type=Pool', attributes: [Busy], event: p.q}").measure();

    assertThat(rules.emitted.events).isEmpty();
  }

  @Test
  void beanOfTheVm_isFoundWhereNoServerIsMadeYet() throws Exception {
    rules
        .measurement(
            "{mbean: 'java.lang:type=Memory', attributes: [HeapMemoryUsage.used], event: vm.heap}")
        .measure();

    assertThat(rules.emitted.only().number("HeapMemoryUsage.used")).isPositive();
  }

  private static String counter() {
    return "{mbean: 'Acme:type=Pool', event: p.q,"
        + " attributes: [{attribute: Tasks, type: counter}]}";
  }

  private long tasks(PeriodicMeasurement measurement, Pool.Settable pool, long tasks)
      throws Exception {
    pool.tasks = tasks;
    measurement.measure();
    return rules.emitted.events.remove(rules.emitted.events.size() - 1).number("Tasks");
  }

  private void register(String name, Pool pool) throws JMException {
    server.registerMBean(new StandardMBean(pool, Pool.class, true), new ObjectName(name));
  }
}
