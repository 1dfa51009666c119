package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.bus.Bus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;

class ApiCopiesTest {
  private final FakeJvm jvm = new FakeJvm();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Object[]> calls = new ArrayList<>();
  private final ApiCopies copies =
      new ApiCopies(
          jvm.instrumentation(),
          new AgentLog(new PrintStream(bytes, true, StandardCharsets.UTF_8), System::nanoTime));

  @Test
  void copyOfAnApplication_isLinked() throws Exception {
    Class<?> copy = new CopyLoader(true).loadClass(Bus.class.getName());
    jvm.loaded.addAll(List.of(String.class, copy));

    copies.link(new Bus().protocol());

    assertThat(linkOf(copy)).isNotNull();
    assertThat(said()).isEmpty();
  }

  @Test
  void agentsOwnCopy_isLeftAlone() throws Exception {
    jvm.loaded.add(Bus.class);

    copies.link(calls::add);

    assertThat(linkOf(Bus.class)).isNull();
    assertThat(calls).isEmpty();
  }

  @Test
  void copyThatCannotBeLinked_isToldAndKeepsNoOtherOut() throws Exception {
    Class<?> stranger = new CopyLoader(false).loadClass(Bus.class.getName());
    Class<?> copy = new CopyLoader(true).loadClass(Bus.class.getName());
    jvm.loaded.addAll(List.of(stranger, copy));

    copies.link(new Bus().protocol());

    assertThat(said()).startsWith("telemetry: a copy of the API keeps its own bus: ");
    assertThat(linkOf(copy)).isNotNull();
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static @Nullable Object linkOf(Class<?> copy) throws ReflectiveOperationException {
    Object shared = copy.getMethod("shared").invoke(null);
    Field link = copy.getDeclaredField("link");
    link.setAccessible(true);
    return link.get(shared);
  }

  /** Has the API as a copy of its own, or a class that only bears its name. */
  private static final class CopyLoader extends ClassLoader {
    private final boolean whole;

    CopyLoader(boolean whole) {
      super(ApiCopiesTest.class.getClassLoader());
      this.whole = whole;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.telemetry.bus.") && !name.equals("dev.telemetry.Telemetry")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      byte[] classFile = whole ? classFile(name) : strangeClassFile();
      return defineClass(name, classFile, 0, classFile.length);
    }

    private static byte[] classFile(String name) throws ClassNotFoundException {
      try (InputStream in =
          ApiCopiesTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
        return Objects.requireNonNull(in).readAllBytes();
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }

    /** No more than the name. */
    private static byte[] strangeClassFile() {
      ClassWriter writer = new ClassWriter(0);
      writer.visit(52, 1, "dev/telemetry/bus/Bus", null, "java/lang/Object", null);
      return writer.toByteArray();
    }
  }
}
