package dev.telemetry.agent.extension;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Writes extension jars from sources, into a folder. */
public final class ExtensionJars {
  private static final String REPORTERS = "dev.telemetry.agent.report.ReporterFactory";

  private final Path folder;
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final List<JavaFileObject> sources = new ArrayList<>();

  private ExtensionJars(Path folder) {
    this.folder = folder;
  }

  /** Begins a jar that is to be in a folder. */
  public static ExtensionJars in(Path folder) {
    return new ExtensionJars(folder);
  }

  /** Adds a class of package {@code acme}; its imports are the reporter's and the API's. */
  public ExtensionJars source(String name, String body) {
    String text =
        "package acme; import dev.telemetry.*; import dev.telemetry.agent.config.*;"
            + "import dev.telemetry.agent.report.*; import java.util.function.Function; "
            + body;
    sources.add(new Source(name, text));
    return this;
  }

  /** Adds a reporter factory {@code acme.<type>}, whose methods can be overridden. */
  public ExtensionJars reporter(String type, String name, String more) {
    return source(
            type,
            "public class "
                + type
                + " implements ReporterFactory { public String name() { return \""
                + name
                + "\"; } public Function<ReporterContext, Reporter> read(ConfigNode section,"
                + " GlobalTags tags) { return context -> new PeriodicReporter(name(), \"acme\","
                + " new Deliveries(), context.log()); } "
                + more
                + "}")
        .service(REPORTERS, "acme." + type);
  }

  /** Adds a line to a service file. */
  public ExtensionJars service(String type, String line) {
    return entry("META-INF/services/" + type, line + "\n");
  }

  /** Adds a text. */
  public ExtensionJars entry(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Writes the jar; {@code libraries} are seen by the compiler. */
  public Path write(String name, Path... libraries) {
    try {
      Path classes = Files.createTempDirectory("classes");
      compile(classes, libraries);
      Path jar = Files.createDirectories(folder).resolve(name);
      try (OutputStream out = Files.newOutputStream(jar);
          JarOutputStream zip = new JarOutputStream(out)) {
        writeClasses(classes, zip);
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          put(zip, entry.getKey(), entry.getValue());
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(Path classes, Path... libraries) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    String path = System.getProperty("java.class.path");
    for (Path library : libraries) {
      path += ":" + library;
    }
    List<String> options = List.of("-d", classes.toString(), "-cp", path, "-proc:none");
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      if (!compiler.getTask(null, files, null, options, null, sources).call()) {
        throw new IllegalStateException("cannot be compiled");
      }
    }
  }

  private static void writeClasses(Path classes, JarOutputStream zip) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        put(zip, classes.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
  }

  private static void put(JarOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new JarEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///acme/" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
