package dev.telemetry.it;

import dev.telemetry.instrumentation.testing.Skips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sockets of a process, as Linux tells them. */
final class OpenSockets {
  private static final Path TABLES = Path.of("/proc/net");
  private static final Pattern INODE = Pattern.compile("socket:\\[(\\d+)]");
  private static final String LISTENING = "0A";

  private OpenSockets() {}

  /** Leaves the test out where the system does not tell them. */
  static void require() {
    if (!Files.exists(TABLES.resolve("tcp"))) {
      Skips.leaveOut("no /proc/net");
    }
  }

  /** Those of the process that listen to TCP, as ports. */
  static Set<Integer> listening(String pid) {
    Set<Integer> ports = new TreeSet<>();
    of(pid, "tcp", "tcp6").stream()
        .filter(row -> row[3].equals(LISTENING))
        .forEach(row -> ports.add(port(row[1])));
    return ports;
  }

  /** Those that do anything but listen, or be connected to a port that the process listens to. */
  static List<String> outgoing(String pid) {
    Set<Integer> own = listening(pid);
    List<String> outgoing = new ArrayList<>();
    of(pid, "udp", "udp6").forEach(row -> outgoing.add("udp " + row[1] + " to " + row[2]));
    of(pid, "tcp", "tcp6").stream()
        .filter(row -> !own.contains(port(row[1])))
        .forEach(row -> outgoing.add("tcp " + row[1] + " to " + row[2]));
    return outgoing;
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
  }

  private static List<String[]> of(String pid, String... tables) {
    Set<String> inodes = inodes(pid);
    List<String[]> rows = new ArrayList<>();
    for (String table : tables) {
      for (String line : Trees.read(TABLES.resolve(table)).lines().skip(1).toList()) {
        String[] row = line.trim().split("\\s+", -1);
        if (inodes.contains(row[9])) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static Set<String> inodes(String pid) {
    Set<String> inodes = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc", pid, "fd"))) {
      for (Path file : files) {
        Matcher inode = INODE.matcher(target(file));
        if (inode.matches()) {
          inodes.add(inode.group(1));
        }
      }
      return inodes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path file) throws IOException {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (NoSuchFileException closedMeanwhile) {
      return "";
    }
  }
}
