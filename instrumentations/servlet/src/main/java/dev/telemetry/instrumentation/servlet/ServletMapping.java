package dev.telemetry.instrumentation.servlet;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One pattern that a servlet is mapped to, and the routes of requests that came by it. Immutable
 * but for what it remembers.
 */
final class ServletMapping {
  /** The order in which the mappings of a servlet are tried. */
  static final Comparator<ServletMapping> ORDER = Comparator.comparing(mapping -> mapping.kind);

  /** More templates than an application has behind one servlet. */
  private static final int TEMPLATES = 2000;

  /** How patterns are matched, in the order in which a container tries them. */
  private enum Kind {
    EXACT,
    PREFIX,
    EXTENSION,
    DEFAULT
  }

  private final Kind kind;
  private final String matched;
  private final String route;
  private final DerivedTexts templates;

  private ServletMapping(Kind kind, String matched, String contextPath, String route) {
    this.kind = kind;
    this.matched = matched;
    this.route = route;
    String prefix = kind == Kind.PREFIX ? contextPath + matched : contextPath;
    templates = new DerivedTexts(TEMPLATES, template -> joined(prefix, template));
  }

  /**
   * Reads a pattern.
   *
   * @param contextPath of the application, empty for the root
   * @param pattern such as {@code /x}, {@code /x/*}, {@code *.x}, {@code /}, or empty for the
   *     application's root alone
   */
  static ServletMapping of(String contextPath, String pattern) {
    if (pattern.isEmpty()) {
      return new ServletMapping(Kind.EXACT, "", contextPath, contextPath + "/");
    }
    if (pattern.equals("/")) {
      return new ServletMapping(Kind.DEFAULT, "", contextPath, contextPath + "/*");
    }
    if (pattern.endsWith("/*")) {
      String matched = pattern.substring(0, pattern.length() - 2);
      return new ServletMapping(Kind.PREFIX, matched, contextPath, contextPath + pattern);
    }
    if (pattern.startsWith("*.")) {
      String matched = pattern.substring(1);
      return new ServletMapping(Kind.EXTENSION, matched, contextPath, contextPath + "/" + pattern);
    }
    return new ServletMapping(Kind.EXACT, pattern, contextPath, joined(contextPath, pattern));
  }

  /** Stands in for the pattern of a servlet that was called past all patterns. */
  static ServletMapping unknown(String contextPath) {
    return new ServletMapping(Kind.DEFAULT, "", contextPath, ServletEvents.UNMATCHED);
  }

  /** Tells whether a request that came by this pattern may be an ignored one; false is certain. */
  boolean mayBeIgnored(IgnoredPaths ignored, ServletAccess access, Object request) {
    switch (kind) {
      case EXACT:
        return ignored.have(matched.isEmpty() ? "/" : matched, "");
      case PREFIX:
        // which servlets ask for themselves, so that the container has the text to make anyway
        String below = access.pathInfo(request);
        return below == null || ignored.mayHave(matched, below);
      default:
        return true;
    }
  }

  /** Tells whether a request came by this pattern, those of an earlier {@link #ORDER} apart. */
  boolean matches(String servletPath, @Nullable String pathInfo) {
    switch (kind) {
      case EXACT:
        return servletPath.equals(matched) && (pathInfo == null || matched.isEmpty());
      case PREFIX:
        return servletPath.equals(matched);
      case EXTENSION:
        return servletPath.endsWith(matched);
      default:
        return true;
    }
  }

  /**
   * Returns the route of a request that came by this pattern.
   *
   * @param template what a framework behind the servlet matched; null where there is none
   */
  String route(@Nullable String template) {
    return template == null ? route : templates.of(template);
  }

  private static String joined(String prefix, String template) {
    String separator = template.isEmpty() || template.startsWith("/") ? "" : "/";
    String joined = prefix + separator + template;
    return joined.isEmpty() ? "/" : joined;
  }
}
