package dev.telemetry.weaving;

import library.first.Order;
import library.first.Parcel;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Applications with the library in one of its variants, each in a loader of its own. */
final class OrderLibrary {
  static final String FIRST = "library.first.Order";
  static final String SECOND = "library.second.Order";

  private OrderLibrary() {}

  static GivenClasses first() {
    return isolated().with(Order.class).with(Parcel.class);
  }

  static GivenClasses second() {
    Renaming renaming = Renaming.between(FIRST, SECOND);
    return isolated()
        .with(SECOND, renaming.bytes(GivenClasses.classFile(Order.class)))
        .with("library.second.Parcel", renaming.bytes(GivenClasses.classFile(Parcel.class)));
  }

  /** An older edition of the first variant. */
  static GivenClasses without(String missing) {
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor older =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] thrown) {
            return name.equals(missing)
                ? null
                : super.visitMethod(access, name, descriptor, signature, thrown);
          }
        };
    new ClassReader(GivenClasses.classFile(Order.class)).accept(older, 0);
    return isolated().with(FIRST, writer.toByteArray()).with(Parcel.class);
  }

  static Runnable parcel(ClassLoader loader, String type) throws ReflectiveOperationException {
    String name = type.replace("Order", "Parcel");
    return (Runnable) loader.loadClass(name).getConstructor().newInstance();
  }

  private static GivenClasses isolated() {
    return new GivenClasses(ClassLoader.getPlatformClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith("dev.telemetry.dispatch.")
            ? OrderLibrary.class.getClassLoader().loadClass(name)
            : super.loadClass(name, resolve);
      }
    };
  }
}
