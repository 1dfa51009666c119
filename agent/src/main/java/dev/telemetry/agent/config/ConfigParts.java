package dev.telemetry.agent.config;

import java.io.File;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file and the parts that it includes, and joins them.
 *
 * <p>{@code include} names files relative to the one that says it; parts may include others. A part
 * that is wrong is left out. A part that two patterns name is read once.
 */
final class ConfigParts {
  static final String INCLUDE = "include";

  private static final int MOST = 200;

  private final Config config;
  private final Deque<File> including = new ArrayDeque<>();
  private final Set<File> read = new HashSet<>();

  ConfigParts(Config config) {
    this.config = config;
  }

  /** Returns what all parts say; null where that is nothing. */
  @Nullable RawNode read(ConfigFile file) {
    return withParts(file, whatItSays(file), true);
  }

  private @Nullable RawNode whatItSays(ConfigFile file) {
    config.sources().add(file);
    try {
      return file.isOptional() && !file.isThere() ? null : YamlTree.parse(file.name, file.text());
    } catch (YamlFault fault) {
      config.errors().add(String.valueOf(fault.getMessage()));
    } catch (Throwable unexpected) {
      config.errors().add(file.name + ":1:1: cannot be read: " + unexpected);
    }
    return null;
  }

  private @Nullable RawNode withParts(ConfigFile file, @Nullable RawNode says, boolean first) {
    RawNode own = says == null ? null : says.without(INCLUDE);
    JoinedParts joined = new JoinedParts(config.errors());
    joined.add(own);
    including.push(identity(file.file));
    for (ConfigNode item : includes(says, first).items()) {
      String pattern = item.text();
      if (pattern != null) {
        addAll(new Include(item, pattern, file), joined);
      }
    }
    including.pop();
    return joined.result();
  }

  /** Properties and variables speak for the first file alone: parts of parts would never end. */
  private ConfigNode includes(@Nullable RawNode says, boolean first) {
    Map<String, RawNode> entries = says == null ? null : says.entries;
    RawNode own = entries == null ? null : entries.get(INCLUDE);
    return ConfigNode.part(config, INCLUDE, own, first ? config.overlay().at(INCLUDE) : null);
  }

  private void addAll(Include include, JoinedParts joined) {
    config.sources().add(include.pattern);
    List<String> names = include.pattern.names();
    if (names.isEmpty()) {
      include.tellNoFile();
    }
    for (String name : names) {
      RawNode part = part(include, include.part(name));
      if (part != null) {
        joined.add(part);
      }
    }
  }

  private @Nullable RawNode part(Include include, ConfigFile part) {
    File identity = identity(part.file);
    if (including.contains(identity)) {
      include.item.expected("a file that does not include this one", part.name);
      return null;
    }
    if (!read.add(identity)) {
      return null;
    }
    if (read.size() > MOST) {
      include.item.problem("expected at most " + MOST + " files in all");
      return null;
    }
    return withParts(part, whatItSays(part), false);
  }

  private static File identity(File file) {
    try {
      return file.getCanonicalFile();
    } catch (IOException unknown) {
      return file.getAbsoluteFile();
    }
  }

  /** One word of an {@code include} and where it stands. */
  private static final class Include {
    final ConfigNode item;
    final PathPattern pattern;
    private final ConfigFile in;

    Include(ConfigNode item, String pattern, ConfigFile in) {
      this.item = item;
      this.in = in;
      this.pattern = new PathPattern(pattern, directory(in.file));
    }

    private static File directory(File file) {
      File parent = file.getAbsoluteFile().getParentFile();
      return parent == null ? new File("/") : parent;
    }

    /** Names it as the including file was named, so that people find it from where they are. */
    ConfigFile part(String name) {
      String parent = new File(in.name).getParent();
      boolean plain = parent == null || new File(name).isAbsolute();
      ConfigFile file = ConfigFile.named(name, in.name, directory(in.file));
      return plain ? file : file.shownAs(parent + "/" + name);
    }

    /** A directory may be empty for a while; a single file that is missing is a mistake. */
    void tellNoFile() {
      if (pattern.isPattern()) {
        item.note("no file matches " + RawNode.quoted(item.text("")));
      } else {
        item.error("a file");
      }
    }
  }
}
