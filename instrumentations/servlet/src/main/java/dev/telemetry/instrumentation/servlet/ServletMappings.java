package dev.telemetry.instrumentation.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one servlet: its patterns and the name of its method. Immutable; refers to
 * nothing of the application.
 */
final class ServletMappings {
  private final String functionName;
  private final ServletMapping unknown;
  private final ServletMapping[] mappings;

  /**
   * Reads the patterns of a servlet.
   *
   * @param className of the servlet
   * @param patterns as registered, see {@link ServletMapping#of}
   */
  ServletMappings(String className, String contextPath, Collection<String> patterns) {
    functionName = className + ".service";
    unknown = ServletMapping.unknown(contextPath);
    List<ServletMapping> found = new ArrayList<>();
    for (String pattern : patterns) {
      found.add(ServletMapping.of(contextPath, pattern));
    }
    found.sort(ServletMapping.ORDER);
    mappings = found.toArray(new ServletMapping[0]);
  }

  /** Returns the qualified name of the method that serves the servlet's requests. */
  String functionName() {
    return functionName;
  }

  /** Tells whether a request that came here first may be an ignored one; false is certain. */
  boolean mayBeIgnored(IgnoredPaths ignored, ServletAccess access, Object request) {
    return mappings.length != 1 || mappings[0].mayBeIgnored(ignored, access, request);
  }

  /** Returns the mapping by which a request came to this servlet. */
  ServletMapping by(ServletAccess access, Object request) {
    // asked of the request only where it makes a difference: containers make texts of it
    return mappings.length == 1
        ? mappings[0]
        : by(access.servletPath(request), access.pathInfo(request));
  }

  private ServletMapping by(@Nullable String servletPath, @Nullable String pathInfo) {
    for (ServletMapping mapping : mappings) {
      if (servletPath != null && mapping.matches(servletPath, pathInfo)) {
        return mapping;
      }
    }
    return unknown;
  }
}
