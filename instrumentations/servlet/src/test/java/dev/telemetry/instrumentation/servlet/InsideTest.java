package dev.telemetry.instrumentation.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class InsideTest {
  private final ServletSettings settings = new ServletSettings(InstrumentationSettings.none());
  private final Requests requests = new Requests(new Bus(), () -> settings, failure -> {});
  private final Inside inside = new Inside();

  @Test
  void exchange_isFoundUntilItIsLeft() {
    Exchange exchange = new Exchange(requests);
    inside.enter(exchange);

    assertThat(inside.ofThread()).isSameAs(exchange);
    inside.leave(exchange);
    assertThat(inside.ofThread()).isNull();
  }

  @Test
  void exchangeWithinAnother_leavesTheOuterOne() {
    Exchange outer = new Exchange(requests);
    Exchange inner = new Exchange(requests);
    inside.enter(outer);
    inside.enter(inner);
    inside.leave(inner);

    assertThat(inside.ofThread()).isSameAs(outer);
  }

  @Test
  void threads_neverFindEachOthers() throws Exception {
    int threads = 300;
    CyclicBarrier allInside = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Boolean>> wrong = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        wrong.add(pool.submit(() -> findsAnother(allInside)));
      }
      for (Future<Boolean> one : wrong) {
        assertThat(one.get()).isFalse();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private boolean findsAnother(CyclicBarrier allInside) throws Exception {
    Exchange own = new Exchange(requests);
    inside.enter(own);
    allInside.await();
    Exchange found = inside.ofThread();
    allInside.await();
    inside.leave(own);
    return found != null && found != own;
  }
}
