package dev.telemetry.weaving;

import static java.util.stream.Collectors.toList;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** {@link Shapes} as class files of any version, and calls of its methods. */
final class ShapeClasses {
  private static final Map<Class<?>, Object> SAMPLES =
      Map.of(
          boolean.class,
          true,
          byte.class,
          (byte) 3,
          char.class,
          'x',
          short.class,
          (short) 4,
          int.class,
          5,
          long.class,
          6L,
          float.class,
          7.5f,
          double.class,
          0.5,
          String.class,
          " text ");

  private ShapeClasses() {}

  static Class<?> define(byte[] classFile) throws ClassNotFoundException {
    String name = ClassOutline.of(classFile).name.replace('/', '.');
    return new GivenClasses(ShapeClasses.class.getClassLoader())
        .with(name, classFile)
        .loadClass(name);
  }

  static List<Method> methods() {
    return Arrays.stream(Shapes.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .collect(toList());
  }

  static Object[] samples(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(ShapeClasses::sample).toArray();
  }

  private static @Nullable Object sample(Class<?> type) {
    if (type.isArray()) {
      return type == int[].class ? new int[] {1, 2} : new Object[3];
    }
    return SAMPLES.get(type);
  }

  static String outcome(Method method, @Nullable Object self, @Nullable Object... arguments)
      throws IllegalAccessException {
    try {
      return Arrays.deepToString(new Object[] {method.invoke(self, arguments)})
          .replaceAll("^\\[|]$", "");
    } catch (InvocationTargetException thrown) {
      return String.valueOf(thrown.getCause());
    }
  }

  /** Below 51 without frames, as the compilers of that time wrote them. */
  static byte[] shapes(int version) {
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor older =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int compiled,
              int access,
              String name,
              String signature,
              String superName,
              String[] interfaces) {
            super.visit(version, access, name, signature, superName, interfaces);
          }
        };
    new ClassReader(GivenClasses.classFile(Shapes.class))
        .accept(older, version < Opcodes.V1_7 ? ClassReader.SKIP_FRAMES : 0);
    return writer.toByteArray();
  }
}
