package dev.telemetry.weaving;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * Tells subtypes from class files alone: HotSpot shows a subtype's bytes before its super type is
 * loaded, and a class that is loaded while another is being woven would never be shown at all.
 */
final class Hierarchy {
  private static final String[] NONE = {};

  private final Map<ClassLoader, ConcurrentMap<String, String[]>> supers =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Tells whether a class that {@code loader} defines is, or is below, the target type. */
  boolean isSubtype(ClassLoader loader, ClassOutline outline, String target) {
    if (outline.name.equals(target) || isBelow(loader, outline.superName, target)) {
      return true;
    }
    for (String type : outline.interfaces) {
      if (isBelow(loader, type, target)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBelow(ClassLoader loader, @Nullable String type, String target) {
    if (type == null || type.equals("java/lang/Object")) {
      return false;
    }
    if (type.equals(target)) {
      return true;
    }
    for (String parent : supersOf(loader, type)) {
      if (isBelow(loader, parent, target)) {
        return true;
      }
    }
    return false;
  }

  /** Reads outside of any lock: a loader may hold its own while it waits for ours. */
  private String[] supersOf(ClassLoader loader, String type) {
    ConcurrentMap<String, String[]> known =
        supers.computeIfAbsent(loader, unseen -> new ConcurrentHashMap<>());
    String[] found = known.get(type);
    if (found == null) {
      found = read(loader, type);
      known.put(type, found);
    }
    return found;
  }

  private static String[] read(ClassLoader loader, String type) {
    byte[] classFile = ClassFiles.read(loader, type);
    if (classFile == null) {
      return NONE;
    }
    ClassReader reader = new ClassReader(classFile);
    String[] interfaces = reader.getInterfaces();
    String superName = reader.getSuperName();
    String[] all = new String[interfaces.length + 1];
    System.arraycopy(interfaces, 0, all, 1, interfaces.length);
    all[0] = superName == null ? "java/lang/Object" : superName;
    return all;
  }
}
