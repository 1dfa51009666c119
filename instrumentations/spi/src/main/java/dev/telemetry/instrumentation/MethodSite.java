package dev.telemetry.instrumentation;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One method found in a class that is being woven, as its class file tells it. Immutable. */
public final class MethodSite {
  private final String className;
  private final String method;
  private final String descriptor;
  private final int access;
  private Map<String, Map<String, Object>> annotations = Collections.emptyMap();
  private Map<String, Map<String, Object>> typeAnnotations = Collections.emptyMap();
  private List<Map<String, Map<String, Object>>> parameters = Collections.emptyList();

  /**
   * Names a method.
   *
   * @param className with dots
   * @param access the flags of the class file, see {@link java.lang.reflect.Modifier}
   */
  public MethodSite(String className, String method, String descriptor, int access) {
    this.className = className;
    this.method = method;
    this.descriptor = descriptor;
    this.access = access;
  }

  /**
   * Returns the same site with what annotates it: values by annotation class name.
   *
   * @param method of the method itself
   * @param type of the declaring type
   * @param parameters of each parameter; shorter where the last ones have none
   */
  public MethodSite annotated(
      Map<String, Map<String, Object>> method,
      Map<String, Map<String, Object>> type,
      List<Map<String, Map<String, Object>>> parameters) {
    MethodSite site = new MethodSite(className, this.method, descriptor, access);
    site.annotations = method;
    site.typeAnnotations = type;
    site.parameters = parameters;
    return site;
  }

  /** Returns the class name with dots. */
  public String className() {
    return className;
  }

  /** Returns the method's name. */
  public String method() {
    return method;
  }

  /** Returns the method's descriptor. */
  public String descriptor() {
    return descriptor;
  }

  /** Returns the access flags, see {@link java.lang.reflect.Modifier}. */
  public int access() {
    return access;
  }

  /** Returns the values of the method's annotations by annotation class name. */
  public Map<String, Map<String, Object>> annotations() {
    return annotations;
  }

  /** Returns the values of the declaring type's annotations by annotation class name. */
  public Map<String, Map<String, Object>> typeAnnotations() {
    return typeAnnotations;
  }

  /** Returns the annotations of each parameter; shorter where the last ones have none. */
  public List<Map<String, Map<String, Object>>> parameters() {
    return parameters;
  }
}
