package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.bus.Bus;

/** All that is remembered of one weaving: operations, connections and pools. Thread-safe. */
final class Measuring {
  private final Slots slots = new Slots();
  private final Connections connections = new Connections();
  private final SlowOperations slow;
  private final Operations operations;
  private final Pools pools;
  private final Checkouts checkouts;

  Measuring(Bus bus) {
    slow = new SlowOperations(bus);
    pools = new Pools(new PoolEvents(bus));
    operations = new Operations(bus.span(JdbcEvents.OPERATION), slow, connections, slots);
    checkouts =
        new Checkouts(bus.span(PoolEvents.CONNECTION), connections, operations, pools, slots);
  }

  Connections connections() {
    return connections;
  }

  SlowOperations slow() {
    return slow;
  }

  Operations operations() {
    return operations;
  }

  Checkouts checkouts() {
    return checkouts;
  }

  /** What has to be done now and then, though nothing is executed. */
  void tick() {
    operations.cursors().age();
    operations.statements().age();
    connections.expunge();
    operations.endLost();
    checkouts.endLost();
    pools.tell();
  }
}
