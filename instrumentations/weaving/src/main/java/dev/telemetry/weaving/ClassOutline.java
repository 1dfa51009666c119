package dev.telemetry.weaving;

import dev.telemetry.instrumentation.MethodSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What a class file declares: super types, methods, annotations; without its code. */
final class ClassOutline {
  private static final int NO_CODE =
      ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

  final List<Method> methods = new ArrayList<>();
  final Map<String, Map<String, Object>> annotations = new HashMap<>();
  String name = "";
  @Nullable String superName;
  String[] interfaces = {};
  int access;

  private ClassOutline() {}

  static ClassOutline of(byte[] classFile) {
    ClassOutline outline = new ClassOutline();
    new ClassReader(classFile).accept(outline.new Reader(), NO_CODE);
    return outline;
  }

  boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  boolean declares(String method, String descriptor) {
    for (Method declared : methods) {
      if (declared.name.equals(method) && declared.descriptor.equals(descriptor)) {
        return true;
      }
    }
    return false;
  }

  /** One declared method. */
  static final class Method {
    final String name;
    final String descriptor;
    final int access;
    final Map<String, Map<String, Object>> annotations = new HashMap<>();
    final List<Map<String, Map<String, Object>>> parameters = new ArrayList<>();

    Method(int access, String name, String descriptor) {
      this.access = access;
      this.name = name;
      this.descriptor = descriptor;
    }

    boolean hasBody() {
      return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
    }

    MethodSite site(ClassOutline owner) {
      return new MethodSite(owner.name.replace('/', '.'), name, descriptor, access)
          .annotated(annotations, owner.annotations, parameters);
    }

    private Map<String, Map<String, Object>> parameter(int index) {
      while (parameters.size() <= index) {
        parameters.add(new HashMap<>());
      }
      return parameters.get(index);
    }
  }

  private static AnnotationVisitor into(
      Map<String, Map<String, Object>> annotations, String descriptor) {
    Map<String, Object> values = new HashMap<>();
    annotations.put(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'), values);
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public void visit(String name, Object value) {
        values.put(name, value);
      }
    };
  }

  private final class Reader extends ClassVisitor {
    Reader() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      ClassOutline.this.access = access;
      ClassOutline.this.name = name;
      ClassOutline.this.superName = superName;
      ClassOutline.this.interfaces = interfaces == null ? new String[0] : interfaces;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return into(annotations, descriptor);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      Method method = new Method(access, name, descriptor);
      methods.add(method);
      return new MethodReader(method);
    }
  }

  private static final class MethodReader extends MethodVisitor {
    private final Method method;

    MethodReader(Method method) {
      super(Opcodes.ASM9);
      this.method = method;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return into(method.annotations, descriptor);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(
        int parameter, String descriptor, boolean visible) {
      return into(method.parameter(parameter), descriptor);
    }
  }
}
