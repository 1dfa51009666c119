package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeclaredMethodsTest {
  private static final List<String> WORDS = List.of("close", "()V", "toString", "run");
  private static final int CLOSE = 0;
  private static final int VOID = 1;

  private final ConstantPool pool = new ConstantPool(WORDS);

  @Test
  void has_agreesWithAsmOnTheClassesOfTheJdk() throws IOException {
    Path sql = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.xml");
    int declaring = 0;
    try (Stream<Path> files = Files.walk(sql)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".class")).toList()) {
        byte[] classFile = Files.readAllBytes(file);
        boolean byAsm = ClassOutline.of(classFile).declares("close", "()V");

        assertThat(declaresClose(classFile)).as(file.toString()).isEqualTo(byAsm);
        declaring += byAsm ? 1 : 0;
      }
    }
    assertThat(declaring).isPositive();
  }

  @Test
  void has_endsOnEveryTruncatedClassFile() {
    byte[] whole = GivenClasses.classFile(DeclaredMethodsTest.class);
    for (int length = 0; length < whole.length; length++) {
      endsOn(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void has_endsOnMutatedClassFiles() {
    byte[] whole = GivenClasses.classFile(DeclaredMethodsTest.class);
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      byte[] mutated = whole.clone();
      for (int change = 0; change < 4; change++) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
      }
      endsOn(mutated);
    }
  }

  /** Returning or refusing are both right; anything else, and not to end, is not. */
  private void endsOn(byte[] bytes) {
    try {
      assertThat(declaresClose(bytes)).isIn(true, false);
    } catch (IndexOutOfBoundsException refused) {
      assertThat(bytes).isNotNull();
    }
  }

  private boolean declaresClose(byte[] classFile) {
    FoundWords found = pool.find(classFile);
    return found.has(CLOSE) && found.has(VOID) && found.mayDeclare(CLOSE, VOID);
  }
}
