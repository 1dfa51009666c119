package dev.telemetry.instrumentation.httpclient.clients;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Holds one client in one version, and the callers that use it. */
final class ClientLoader extends URLClassLoader {
  private static final String INSIDE = ClientLoader.class.getPackageName() + ".inside.";

  /** Elsewhere, when the same tests run under the agent's jar. */
  private static final String FOLDER =
      System.getProperty("clients.directory", Path.of("target", "clients").toString());

  private ClientLoader(URL[] jars) {
    super(jars, ClassLoader.getPlatformClassLoader());
  }

  /** Opens a client that the build has laid out. */
  static ClientLoader of(String client) {
    try (Stream<Path> jars = Files.list(Path.of(FOLDER, client))) {
      return new ClientLoader(jars.map(ClientLoader::url).toArray(URL[]::new));
    } catch (IOException e) {
      throw new IllegalStateException(client, e);
    }
  }

  Caller caller(String simpleName) throws ReflectiveOperationException {
    return (Caller) loadClass(INSIDE + simpleName).getConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (name.startsWith(INSIDE)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
      return name.startsWith("dev.telemetry.")
          ? ClientLoader.class.getClassLoader().loadClass(name)
          : super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream compiled =
        Objects.requireNonNull(ClientLoader.class.getClassLoader().getResourceAsStream(file))) {
      byte[] classFile = compiled.readAllBytes();
      return defineClass(name, classFile, 0, classFile.length);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (IOException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}
