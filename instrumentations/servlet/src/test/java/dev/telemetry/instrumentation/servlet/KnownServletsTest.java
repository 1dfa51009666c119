package dev.telemetry.instrumentation.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownServletsTest {
  private final FakeContainer container = new FakeContainer();
  private final List<Throwable> failures = new ArrayList<>();
  private final KnownServlets known = new KnownServlets(failures::add);

  @Test
  void servlets_areToldApartByIdentity() {
    List<FakeContainer.Servlet> servlets = new ArrayList<>();
    List<ServletMappings> mappings = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      FakeContainer.Servlet servlet = new FakeContainer.Servlet("/" + i);
      servlets.add(servlet);
      mappings.add(known.mappingsOf(servlet, container));
    }

    for (int i = 0; i < servlets.size(); i++) {
      assertThat(known.mappingsOf(servlets.get(i), container)).isSameAs(mappings.get(i));
    }
  }

  @Test
  void servlet_isNotKept() throws InterruptedException {
    FakeContainer.Servlet servlet = new FakeContainer.Servlet("/a");
    known.mappingsOf(servlet, container);
    WeakReference<Object> reference = new WeakReference<>(servlet);
    servlet = null;

    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(reference.get()).isNull();
  }

  @Test
  void servletsMadeForEachRequest_areForgotten() {
    List<Object> alive = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      FakeContainer.Servlet servlet = new FakeContainer.Servlet("/a");
      alive.add(servlet);
      known.mappingsOf(servlet, container);
    }

    known.mappingsOf(alive.get(0), container);
    known.mappingsOf(alive.get(4999), container);
    assertThat(((FakeContainer.Servlet) alive.get(0)).asked).isEqualTo(2);
    assertThat(((FakeContainer.Servlet) alive.get(4999)).asked).isEqualTo(1);
  }

  @Test
  void containerThatFailsToTell_isAskedOnceAndReported() {
    Object strange = new Object();

    ServletMappings mappings = known.mappingsOf(strange, container);

    assertThat(known.mappingsOf(strange, container)).isSameAs(mappings);
    assertThat(mappings.by(container, new FakeContainer.Request()).route(null))
        .isEqualTo("_unmatched");
    assertThat(failures).hasSize(1).first().isInstanceOf(ClassCastException.class);
  }
}
