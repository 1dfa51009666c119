import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Lays out the content of telemetry-agent.jar. Run by the build: {@code AssembleAgent OUT SPI}; what
 * ships is what is on its own class path. What extensions are compiled against goes to the folder
 * SPI as it is: our own among the packages that the jar lets them use.
 *
 * <p>The entry classes stay what they are. All others go to {@code agent/} with the suffix {@code
 * .classdata}; service files of several inputs are joined; the dispatcher's classes and every
 * mention of them move into package {@code java.lang}.
 */
final class AssembleAgent {
  private static final String ENTRY = "dev/telemetry/agent/";
  private static final String SPI_LIST = "/dev/telemetry/agent/extension/spi-packages.txt";
  private static final Set<String> UNWANTED =
      Set.of("module-info.class", "META-INF/MANIFEST.MF", "META-INF/INDEX.LIST");
  private static final List<String> UNWANTED_FOLDERS =
      List.of(
          "META-INF/versions/", "META-INF/maven/", "META-INF/native-image/", "META-INF/proguard/");

  private final Path out;
  private final Path spi;
  private final Set<String> spiPackages;

  private AssembleAgent(Path out, Path spi) throws IOException {
    this.out = out;
    this.spi = spi;
    try (InputStream list = AssembleAgent.class.getResourceAsStream(SPI_LIST)) {
      spiPackages = Set.of(new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\\R"));
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path out = Path.of(arguments[0]);
    Path spi = Path.of(arguments[1]);
    clear(out);
    clear(spi);
    AssembleAgent assembly = new AssembleAgent(out, spi);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      assembly.add(Path.of(entry));
    }
  }

  private static void clear(Path out) throws IOException {
    if (Files.exists(out)) {
      try (Stream<Path> files = Files.walk(out)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private void add(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      addFolder(entry);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(entry)) {
        addFolder(jar.getPath("/"));
      }
    }
  }

  private void addFolder(Path in) throws IOException {
    try (Stream<Path> files = Files.walk(in)) {
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> place(file, in.relativize(file).toString()));
    }
  }

  private void place(Path file, String name) {
    try {
      if (!UNWANTED.contains(name) && UNWANTED_FOLDERS.stream().noneMatch(name::startsWith)) {
        write(file, name);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void write(Path file, String name) throws IOException {
    if (name.endsWith(".class") && spiPackages.contains(packageOf(name))) {
      create(spi.resolve(name), file);
    }
    if (name.startsWith("META-INF/services/")) {
      append(out.resolve("agent/" + name), Files.readAllBytes(file));
    } else if (!name.endsWith(".class")) {
      create(out.resolve(isLicence(name) ? licence(file, name) : "agent/" + name), file);
    } else if (isEntry(name)) {
      create(out.resolve(name), file);
    } else {
      DispatcherInJavaLang names = new DispatcherInJavaLang();
      String type = names.map(name.substring(0, name.length() - ".class".length()));
      put(out.resolve("agent/" + type + ".classdata"), names.bytes(Files.readAllBytes(file)));
    }
  }

  private static String packageOf(String classFile) {
    return classFile.substring(0, Math.max(0, classFile.lastIndexOf('/'))).replace('/', '.');
  }

  private static boolean isLicence(String name) {
    return name.contains("LICENSE") || name.contains("NOTICE");
  }

  /** Ours stay where people look; those of a library go to a folder of its name. */
  private static String licence(Path file, String name) {
    String text = name.replace("META-INF/", "");
    String jar = file.getFileSystem().toString();
    return jar.endsWith(".jar")
        ? "META-INF/licenses/" + Path.of(jar).getFileName().toString().replace(".jar", "/") + text
        : "META-INF/" + text;
  }

  private static boolean isEntry(String name) {
    return name.startsWith(ENTRY)
        && (name.startsWith(ENTRY + "boot/") || name.indexOf('/', ENTRY.length()) < 0)
        && !name.endsWith("package-info.class");
  }

  private static void create(Path target, Path file) throws IOException {
    if (!Files.exists(target)) {
      put(target, Files.readAllBytes(file));
    }
  }

  private static void append(Path target, byte[] bytes) throws IOException {
    Files.createDirectories(target.getParent());
    Files.write(target, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    Files.writeString(target, "\n", StandardOpenOption.APPEND);
  }

  private static void put(Path target, byte[] bytes) throws IOException {
    Files.createDirectories(target.getParent());
    Files.write(target, bytes);
  }

  /** Renames {@code dev.telemetry.dispatch.X} to {@code java.lang.TelemetryX}. */
  private static final class DispatcherInJavaLang extends Remapper {
    private static final String DISPATCH = "dev/telemetry/dispatch/";
    private boolean renamed;

    DispatcherInJavaLang() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String name) {
      if (!name.startsWith(DISPATCH) || name.endsWith("package-info")) {
        return name;
      }
      renamed = true;
      return "java/lang/Telemetry" + name.substring(DISPATCH.length());
    }

    byte[] bytes(byte[] classFile) {
      renamed = false;
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(classFile).accept(new ClassRemapper(writer, this), 0);
      return renamed ? writer.toByteArray() : classFile;
    }
  }
}
