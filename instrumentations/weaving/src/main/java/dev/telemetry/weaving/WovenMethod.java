package dev.telemetry.weaving;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.objectweb.asm.Type;

/** A method as its class file names it, for Byte Buddy, with the hook that its advice calls. */
final class WovenMethod extends MethodDescription.Latent {
  private static final Class<?>[] PRIMITIVES = {
    void.class,
    boolean.class,
    byte.class,
    char.class,
    short.class,
    int.class,
    long.class,
    float.class,
    double.class
  };

  private final int hook;

  WovenMethod(TypeDescription owner, ClassOutline.Method method, int hook) {
    super(
        owner,
        new MethodDescription.Token(
            method.name,
            method.access,
            described(Type.getReturnType(method.descriptor)).asGenericType(),
            parameters(method.descriptor)));
    this.hook = hook;
  }

  int hook() {
    return hook;
  }

  static TypeDescription named(String name, int access) {
    return new TypeDescription.Latent(
        name, access, TypeDescription.ForLoadedType.of(Object.class).asGenericType());
  }

  private static List<TypeDescription.Generic> parameters(String descriptor) {
    List<TypeDescription.Generic> parameters = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      parameters.add(described(type).asGenericType());
    }
    return parameters;
  }

  private static TypeDescription described(Type type) {
    switch (type.getSort()) {
      case Type.OBJECT:
        return named(type.getClassName(), 1);
      case Type.ARRAY:
        return TypeDescription.ArrayProjection.of(
            described(type.getElementType()), type.getDimensions());
      default:
        return primitive(type);
    }
  }

  private static TypeDescription primitive(Type type) {
    for (Class<?> candidate : PRIMITIVES) {
      if (candidate.getName().equals(type.getClassName())) {
        return TypeDescription.ForLoadedType.of(candidate);
      }
    }
    throw new IllegalArgumentException(type.getDescriptor());
  }
}
