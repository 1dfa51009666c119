package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

/** A known number of visits to the library, of every outcome. */
final class Visits {
  static final int PAGES = 300;
  static final int ELSEWHERE = 100;
  static final int FAILED = 3;
  static final int REQUESTS = PAGES + ELSEWHERE + FAILED;

  /** One for each page, found or failed, and the table's creation. */
  static final int OPERATIONS = PAGES + FAILED + 1;

  private Visits() {}

  /** Makes all of them, one after the other. */
  static void make(Library library) {
    make(library, PAGES, "/pages/one", 200);
    make(library, ELSEWHERE, "/elsewhere", 404);
    for (int i = 0; i < FAILED; i++) {
      make(library, 1, "/pages/%27", 500); // a quote breaks the SQL; the connection is closed
    }
  }

  private static void make(Library library, int times, String path, int status) {
    try (Visitor visitor = library.visitor()) {
      for (int i = 0; i < times; i++) {
        assertThat(visitor.get(path, "test")).isEqualTo(status);
      }
    }
  }
}
