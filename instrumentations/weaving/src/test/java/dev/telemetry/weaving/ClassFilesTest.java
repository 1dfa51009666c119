package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFilesTest {
  private static final String RESOURCE = Marked.class.getName().replace('.', '/') + ".class";

  @Test
  void classFile_isReadFromTheLoadersJar(@TempDir Path folder) throws IOException {
    byte[] content = new byte[5000];
    content[4999] = 1;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar(folder, content)}, null)) {
      assertThat(ClassFiles.read(loader, "com/acme/Shop")).isEqualTo(content);
      assertThat(ClassFiles.read(loader, "com/acme/Other")).isNull();
    }
  }

  @Test
  void jarThatIsReplaced_isReadAnew(@TempDir Path folder) throws IOException {
    URL jar = jar(folder, new byte[] {1});
    ClassLoader plain = new JarResources(jar);
    assertThat(ClassFiles.read(plain, "com/acme/Shop")).containsExactly(1);

    assertThat(ClassFiles.read(new JarResources(jar(folder, new byte[] {2, 2})), "com/acme/Shop"))
        .containsExactly(2, 2);
  }

  @Test
  void connection_leavesTheCacheAlone() throws IOException {
    boolean[] cached = {true};
    URL url =
        new URL(
            null,
            "noted:/x",
            new URLStreamHandler() {
              @Override
              protected URLConnection openConnection(URL opened) {
                return new URLConnection(opened) {
                  @Override
                  public void connect() {}

                  @Override
                  public InputStream getInputStream() {
                    cached[0] = getUseCaches();
                    return InputStream.nullInputStream();
                  }
                };
              }
            });

    assertThat(
            ClassFiles.read(
                new ClassLoader(null) {
                  @Override
                  public URL getResource(String name) {
                    return url;
                  }
                },
                "com/acme/Shop"))
        .isEmpty();
    assertThat(cached[0]).isFalse();
  }

  @Test
  void loaderWithStreamsOnly_isReadToo() {
    GivenClasses loader = new GivenClasses(null).with("com.acme.Shop", new byte[] {7});

    assertThat(ClassFiles.read(loader, "com/acme/Shop")).containsExactly(7);
  }

  @Test
  void loaderThatThrows_hasNone() {
    ClassLoader failing =
        new ClassLoader(null) {
          @Override
          public URL getResource(String name) {
            throw new IllegalStateException("stopped");
          }
        };

    assertThat(ClassFiles.read(failing, "com/acme/Shop")).isNull();
  }

  @Test
  void loadedClass_isReadPastItsLoader(@TempDir Path folder) throws Exception {
    byte[] content = GivenClasses.classFile(Marked.class);
    Path file = folder.resolve(RESOURCE);
    Files.createDirectories(file.getParent());
    Files.write(file, content);

    for (URL origin : List.of(folder.toUri().toURL(), jar(folder, RESOURCE, content))) {
      Stopped loader = new Stopped(origin);

      assertThat(ClassFiles.read(loader.loadClass(Marked.class.getName()), loader))
          .isEqualTo(content);
      assertThat(loader.asked).isZero();
    }
  }

  @Test
  void loadedClassThatIsInNoFile_isUnknown(@TempDir Path folder) throws Exception {
    for (URL origin : List.of(folder.toUri().toURL(), jar(folder, new byte[] {1}))) {
      Stopped loader = new Stopped(origin);

      assertThat(ClassFiles.read(loader.loadClass(Marked.class.getName()), loader)).isNull();
      assertThat(loader.asked).isZero();
    }
  }

  @Test
  void loadedClassOfUnknownOrigin_isAskedOfItsLoader() throws Exception {
    Stopped loader = new Stopped(null);

    assertThat(ClassFiles.read(loader.loadClass(Marked.class.getName()), loader)).isNull();
    assertThat(loader.asked).isPositive();
  }

  private static URL jar(Path folder, byte[] content) throws IOException {
    return jar(folder, "com/acme/Shop.class", content);
  }

  private static URL jar(Path folder, String name, byte[] content) throws IOException {
    Path jar = folder.resolve("shop.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(name));
      out.write(content);
    }
    return jar.toUri().toURL();
  }

  /** Has a class of some origin, and complains of each question for a resource. */
  private static final class Stopped extends ClassLoader {
    private final ProtectionDomain domain;
    int asked;

    Stopped(@Nullable URL origin) {
      super(null);
      domain = new ProtectionDomain(new CodeSource(origin, (Certificate[]) null), null);
    }

    @Override
    protected Class<?> findClass(String name) {
      byte[] bytes = GivenClasses.classFile(name);
      return defineClass(name, bytes, 0, bytes.length, domain);
    }

    @Override
    public @Nullable URL getResource(String name) {
      asked++;
      return null;
    }
  }

  /** Gives its resources as addresses and opens nothing itself, as plug-in loaders do. */
  private static final class JarResources extends ClassLoader {
    private final URL jar;

    JarResources(URL jar) {
      super(null);
      this.jar = jar;
    }

    @Override
    protected URL findResource(String name) {
      try {
        return new URL("jar:" + jar + "!/" + name);
      } catch (IOException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }
}
