package dev.telemetry.agent.config;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The files that a name such as {@code metrics/*.yaml} stands for, in the order of their names.
 *
 * <p>{@code *} is any part of a name and {@code ?} any letter; neither stands for a dot at the
 * beginning, so that what editors and clusters hide stays out.
 */
final class PathPattern implements Source {
  /** Of names at one level: a pattern such as that of all files there are must not take forever. */
  private static final int MOST = 1000;

  private final String pattern;
  private final File directory;

  /**
   * Takes a pattern.
   *
   * @param directory where a relative one starts
   */
  PathPattern(String pattern, File directory) {
    this.pattern = pattern;
    this.directory = directory;
  }

  boolean isPattern() {
    return hasWildcard(pattern);
  }

  /** Returns the names of the files, relative to the directory as the pattern is. */
  List<String> names() {
    boolean absolute = new File(pattern).isAbsolute();
    List<String> names = new ArrayList<>();
    names.add("");
    String[] segments = pattern.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      names = absolute && i == 0 ? started(segments[0]) : grown(names, segments[i]);
    }
    names.removeIf(name -> !fileOf(name).isFile());
    return names;
  }

  private static List<String> started(String root) {
    List<String> names = new ArrayList<>();
    names.add(root + "/");
    return names;
  }

  private List<String> grown(List<String> names, String segment) {
    List<String> grown = new ArrayList<>();
    for (String name : names.subList(0, Math.min(MOST, names.size()))) {
      String prefix = name.isEmpty() || name.endsWith("/") ? name : name + "/";
      if (hasWildcard(segment)) {
        matching(prefix, segment).forEach(found -> grown.add(prefix + found));
      } else {
        grown.add(prefix + segment);
      }
    }
    return grown;
  }

  private List<String> matching(String prefix, String segment) {
    String[] found = fileOf(prefix).list();
    List<String> names = new ArrayList<>(Arrays.asList(found == null ? new String[0] : found));
    names.removeIf(name -> !matches(segment, name));
    names.sort(null);
    return names;
  }

  private File fileOf(String name) {
    File file = new File(name);
    return file.isAbsolute() ? file : name.isEmpty() ? directory : new File(directory, name);
  }

  private static boolean hasWildcard(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /** Goes back to the last star only, hence takes at most the product of the lengths. */
  static boolean matches(String segment, String name) {
    int at = 0;
    int star = -1;
    int mark = 0;
    if (name.startsWith(".") && !segment.startsWith(".")) {
      return false;
    }
    for (int i = 0; i < name.length(); ) {
      if (at < segment.length() && segment.charAt(at) == '*') {
        star = at++;
        mark = i;
      } else if (at < segment.length() && fits(segment.charAt(at), name.charAt(i))) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++mark;
      } else {
        return false;
      }
    }
    return segment.substring(at).replace("*", "").isEmpty();
  }

  private static boolean fits(char pattern, char letter) {
    return pattern == '?' || pattern == letter;
  }

  @Override
  public String look() {
    return String.join("\n", names());
  }

  @Override
  public boolean isEmpty() {
    return names().isEmpty();
  }
}
