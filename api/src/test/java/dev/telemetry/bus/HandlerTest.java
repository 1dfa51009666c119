package dev.telemetry.bus;

import org.junit.jupiter.api.Nested;

/** The contract on one bus, and over the link of copies in each direction. */
final class HandlerTest {

  @Nested
  final class OnOneBus extends HandlerContract {
    OnOneBus() {
      super(new Bus(), bus -> bus, bus -> bus);
    }
  }

  @Nested
  final class OfAgentForEventsOfCopy extends HandlerContract {
    OfAgentForEventsOfCopy() {
      super(new Bus(), agent -> agent, TestBuses::linkedTo);
    }
  }

  @Nested
  final class OfCopyForEventsOfAgent extends HandlerContract {
    OfCopyForEventsOfAgent() {
      super(new Bus(), TestBuses::linkedTo, agent -> agent);
    }
  }

  @Nested
  final class OfCopyForItsOwnEvents extends HandlerContract {
    OfCopyForItsOwnEvents() {
      super(TestBuses.linkedTo(new Bus()), copy -> copy, copy -> copy);
    }
  }

  @Nested
  final class OfCopyForEventsOfAnother extends HandlerContract {
    OfCopyForEventsOfAnother() {
      super(new Bus(), TestBuses::linkedTo, TestBuses::linkedTo);
    }
  }
}
