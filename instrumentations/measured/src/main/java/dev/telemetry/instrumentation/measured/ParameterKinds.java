package dev.telemetry.instrumentation.measured;

/** Reads the parameters of a method's descriptor. */
final class ParameterKinds {
  private static final String REFERENCES = "[L";

  private ParameterKinds() {}

  /** Returns the first letter of each parameter's type. */
  static String of(String descriptor) {
    StringBuilder kinds = new StringBuilder();
    for (int at = 1; descriptor.charAt(at) != ')'; at++) {
      kinds.append(descriptor.charAt(at));
      while (descriptor.charAt(at) == '[') {
        at++;
      }
      at = descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) : at;
    }
    return kinds.toString();
  }

  static boolean isReference(char kind) {
    return REFERENCES.indexOf(kind) >= 0;
  }
}
