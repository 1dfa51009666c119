package dev.telemetry.weaving;

import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/** Reads what is written out in an annotation; of an enum's constant the name. */
class AnnotationValues extends AnnotationVisitor {
  private final Map<String, Object> values;

  AnnotationValues(Map<String, Object> values) {
    super(Opcodes.ASM9);
    this.values = values;
  }

  @Override
  public void visit(String name, Object value) {
    values.put(name, value);
  }

  @Override
  public void visitEnum(String name, String descriptor, String value) {
    values.put(name, value);
  }

  /** Never understood here, but never overlooked either. */
  @Override
  public AnnotationVisitor visitArray(String name) {
    values.put(name, "[]");
    return new AnnotationVisitor(Opcodes.ASM9) {};
  }
}
