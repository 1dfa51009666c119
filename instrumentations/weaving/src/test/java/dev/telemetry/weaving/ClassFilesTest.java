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
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFilesTest {
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

  private static URL jar(Path folder, byte[] content) throws IOException {
    Path jar = folder.resolve("shop.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("com/acme/Shop.class"));
      out.write(content);
    }
    return jar.toUri().toURL();
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
