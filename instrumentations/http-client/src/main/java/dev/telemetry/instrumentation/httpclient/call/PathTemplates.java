package dev.telemetry.instrumentation.httpclient.call;

import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user's templates of paths; the first one that fits names a call's path. Immutable. */
public final class PathTemplates {
  private static final String PATHS = "paths";

  private final List<PathTemplate> templates = new ArrayList<>();

  /** Reads {@code paths}, a list of {@link PathTemplate}s. */
  public PathTemplates(InstrumentationSettings settings) {
    for (String text : settings.texts(PATHS, Collections.emptyList())) {
      templates.add(new PathTemplate(text));
    }
  }

  /** Returns the template without its host; null where none fits. */
  @Nullable String templateFor(String address, String path) {
    for (PathTemplate template : templates) {
      if (template.fits(address, path)) {
        return template.path;
      }
    }
    return null;
  }
}
