package dev.telemetry.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The applications under test: the folders of {@code src/it}, compiled for Java 8. */
final class Programs {
  private static final Map<String, Path> JARS = new ConcurrentHashMap<>();

  private Programs() {}

  /** The jar of a program that sees these libraries; compiled once. */
  static Path jar(String program, Path... libraries) {
    return JARS.computeIfAbsent(program, name -> build(name, libraries));
  }

  private static Path build(String program, Path... libraries) {
    Path classes = classes("8", List.of(program), libraries);
    Path jar = classes.resolveSibling(program + ".jar");
    return pack(jar, new Manifest(), Map.of("", classes));
  }

  /** Compiles folders of {@code src/it} together, and returns the folder of their classes. */
  static Path classes(String release, List<String> programs, Path... libraries) {
    Path classes = Trees.create(ForkedJvm.workingFolder().resolve("classes"));
    List<String> options = new ArrayList<>(List.of("--release", release, "-d", classes.toString()));
    String path = release.equals("8") ? "-cp" : "--module-path";
    options.addAll(List.of(path, ForkedJvm.path(libraries), "-Xlint:-options"));
    List<Path> sources =
        programs.stream()
            .map(program -> Artifacts.module().resolve("src/it").resolve(program))
            .flatMap(folder -> Trees.files(folder).stream())
            .toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new IllegalStateException(programs + " cannot be compiled");
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A manifest with these names and values. */
  static Manifest manifest(String... namesAndValues) {
    Manifest manifest = new Manifest();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      manifest.getMainAttributes().putValue(namesAndValues[i], namesAndValues[i + 1]);
    }
    return manifest;
  }

  /** Packs folders and single files, by the place that each is to have in the jar. */
  static Path pack(Path jar, Manifest manifest, Map<String, Path> contents) {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, Path> content : contents.entrySet()) {
        add(entries, content.getKey(), content.getValue());
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(JarOutputStream out, String place, Path content) throws IOException {
    if (Files.isRegularFile(content)) {
      store(out, place, Files.readAllBytes(content));
      return;
    }
    if (!place.isEmpty()) {
      store(out, place, new byte[0]);
    }
    for (Path file : Trees.files(content)) {
      store(out, place + content.relativize(file), Files.readAllBytes(file));
    }
  }

  /** Stored, not deflated: a jar inside a jar must be. */
  private static void store(JarOutputStream out, String name, byte[] bytes) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  /** Every class and resource of a jar, in a folder. */
  static Path unpack(Path jar) {
    Path folder = Trees.create(ForkedJvm.workingFolder().resolve("unpacked"));
    try (java.nio.file.FileSystem zip = java.nio.file.FileSystems.newFileSystem(jar)) {
      Trees.copy(zip.getPath("/"), folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Joins lists of files. */
  static Path[] all(Path first, Path... more) {
    return Stream.concat(Stream.of(first), Arrays.stream(more)).toArray(Path[]::new);
  }
}
