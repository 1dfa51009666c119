package dev.telemetry.instrumentation;

import dev.telemetry.dispatch.Hook;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One method (or every annotated method, or those of classes by name) that is woven, by whom it is
 * declared, the advice and the hook behind it. Immutable.
 *
 * <p>Plain names and descriptors, so that a class that cannot match is passed over by one look at
 * its constant pool.
 */
public final class WeavePoint {
  private final List<String> types;
  private final String method;
  private final String descriptor;
  private final Function<MethodSite, @Nullable SiteAdvice> sites;
  private @Nullable String annotation;
  private @Nullable Predicate<String> classNames;
  private boolean inJdk;
  private List<Companion<?>> companions = Collections.emptyList();

  private WeavePoint(
      List<String> types, String method, Function<MethodSite, @Nullable SiteAdvice> sites) {
    int parenthesis = method.indexOf('(');
    this.types = types;
    this.method = parenthesis < 0 ? method : method.substring(0, parenthesis);
    this.descriptor = parenthesis < 0 ? "" : method.substring(parenthesis);
    this.sites = sites;
  }

  /**
   * A method that a subtype of {@code type} (or the type itself) declares.
   *
   * @param type such as {@code java.sql.Statement}; names that differ by variant are given with
   *     {@code |}, as {@code jakarta.servlet.Servlet|javax.servlet.Servlet}
   * @param method name and descriptor in the class file's form, such as {@code
   *     execute(Ljava/lang/String;)Z}; packages of variants are written as those of the first type
   * @param advice the advice and the hook
   */
  public static WeavePoint subtypesOf(String type, String method, SiteAdvice advice) {
    return new WeavePoint(Arrays.asList(type.split("\\|")), method, site -> advice);
  }

  /**
   * A method that one class of the JDK declares itself: none of a subtype. Such a class sees the
   * dispatcher and nothing else of the agent; a JDK that has it otherwise is left alone.
   *
   * @param type such as {@code jdk.internal.net.http.HttpClientImpl}
   * @param method as for {@link #subtypesOf}
   * @param advice the advice, nothing but calls of the dispatcher, and the hook
   */
  public static WeavePoint inJdk(String type, String method, SiteAdvice advice) {
    WeavePoint point = subtypesOf(type, method, advice);
    point.inJdk = true;
    return point;
  }

  /**
   * Every method with a body that bears the annotation, or is declared by a type that does.
   *
   * @param annotation its class name
   * @param sites decides for each method; null leaves it alone
   */
  public static WeavePoint annotated(
      String annotation, Function<MethodSite, @Nullable SiteAdvice> sites) {
    WeavePoint point = new WeavePoint(Collections.emptyList(), "", sites);
    point.annotation = annotation;
    return point;
  }

  /**
   * Every method with a body that a class of such a name declares.
   *
   * @param classNames is asked for the name, with dots, of every class that is loaded, on the
   *     thread that loads it; what it answers may change, see {@link
   *     InstrumentationModule#configure}
   * @param sites decides for each method; null leaves it alone
   */
  public static WeavePoint named(
      Predicate<String> classNames, Function<MethodSite, @Nullable SiteAdvice> sites) {
    WeavePoint point = new WeavePoint(Collections.emptyList(), "", sites);
    point.classNames = classNames;
    return point;
  }

  /**
   * Says which of the module's companions the hook uses: where the library at hand lacks what these
   * call, and only there, the method is left alone. Without it all companions of the module count.
   * To be called before the module hands the point over. Returns this.
   */
  public WeavePoint using(Companion<?>... used) {
    companions = Arrays.asList(used.clone());
    return this;
  }

  /** Returns the companions that the hook uses; empty where the point does not say. */
  public List<Companion<?>> companions() {
    return companions;
  }

  /**
   * Returns the names of the type whose subtypes are woven, one a variant; empty without a type.
   */
  public List<String> types() {
    return types;
  }

  /** Returns the method's name; empty without a type. */
  public String method() {
    return method;
  }

  /**
   * Returns the method's descriptor, in the packages of the first variant; empty without a type.
   */
  public String descriptor() {
    return descriptor;
  }

  /** Returns the annotation's class name; null without an annotation. */
  public @Nullable String annotation() {
    return annotation;
  }

  /** Returns what tells the names of classes; null where their names do not matter. */
  public @Nullable Predicate<String> classNames() {
    return classNames;
  }

  /** Tells whether the type is a class of the JDK's, and none but itself is meant. */
  public boolean isInJdk() {
    return inJdk;
  }

  /**
   * Returns the advice for one method found.
   *
   * @return null where that method is to be left alone
   */
  public @Nullable SiteAdvice adviceFor(MethodSite site) {
    return sites.apply(site);
  }

  /** The advice class, by name because it is never loaded, and the hook that it calls. */
  public static final class SiteAdvice {
    private final String advice;
    private final Hook hook;

    /**
     * Pairs an advice with its hook.
     *
     * @param advice the class name of the Byte Buddy advice
     * @param hook what its {@link HookId} stands for
     */
    public SiteAdvice(String advice, Hook hook) {
      this.advice = advice;
      this.hook = hook;
    }

    /** Returns the class name of the advice. */
    public String advice() {
      return advice;
    }

    /** Returns the hook. */
    public Hook hook() {
      return hook;
    }
  }
}
