package dev.telemetry.weaving;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * Tells subtypes from class files alone: HotSpot shows a subtype's bytes before its super type is
 * loaded, and a class that is loaded while another is being woven would never be shown at all.
 */
final class Hierarchy {
  private static final String OBJECT = "java/lang/Object";
  private static final String[] NONE = {};

  private final PerLoader<ConcurrentMap<String, String[]>> supers =
      new PerLoader<>(ConcurrentHashMap::new);

  /** Tells whether a class that {@code loader} defines is, or is below, the target type. */
  boolean isSubtype(ClassLoader loader, ClassOutline outline, String target) {
    if (outline.name.equals(target)) {
      return true;
    }
    ConcurrentMap<String, String[]> known = supers.of(loader);
    Line line = new Line(outline);
    for (String type = line.next(); type != null; type = line.next()) {
      if (type.equals(target)) {
        return true;
      }
      line.add(supersOf(known, loader, type));
    }
    return false;
  }

  /** Reads outside of any lock: a loader may hold its own while it waits for ours. */
  private static String[] supersOf(
      ConcurrentMap<String, String[]> known, ClassLoader loader, String type) {
    String[] found = known.get(type);
    if (found == null) {
      found = read(loader, type);
      known.put(type, found);
    }
    return found;
  }

  private static String[] read(ClassLoader loader, String type) {
    byte[] classFile = ClassFiles.read(loader, type);
    try {
      return classFile == null ? NONE : supersIn(new ClassReader(classFile));
    } catch (RuntimeException unreadable) {
      // a resource that is no class file: as unknown as one that is not there
      return NONE;
    }
  }

  private static String[] supersIn(ClassReader reader) {
    String[] interfaces = reader.getInterfaces();
    String superName = reader.getSuperName();
    String[] all = new String[interfaces.length + 1];
    System.arraycopy(interfaces, 0, all, 1, interfaces.length);
    all[0] = superName == null ? OBJECT : superName;
    return all;
  }

  /** Super types still to be looked at, each once: broken class files may go round in circles. */
  private static final class Line {
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    Line(ClassOutline outline) {
      seen.add(OBJECT);
      seen.add(outline.name);
      if (outline.superName != null) {
        add(outline.superName);
      }
      add(outline.interfaces);
    }

    void add(String... types) {
      for (String type : types) {
        if (seen.add(type)) {
          waiting.add(type);
        }
      }
    }

    @Nullable String next() {
      return waiting.poll();
    }
  }
}
