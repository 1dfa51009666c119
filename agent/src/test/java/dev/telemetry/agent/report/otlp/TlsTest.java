package dev.telemetry.agent.report.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.telemetry.agent.config.ConfigFixture;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate of its own, which the JVM trusts or does not. */
@Timeout(60)
final class TlsTest {
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";
  private static final String PASSWORD = "changeit";
  private static final byte[] MESSAGE = {1, 2, 3};

  private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
  private final Path folder;
  private final HttpsServer server;

  TlsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @AfterEach
  void close() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE_PASSWORD);
    server.stop(0);
  }

  @Test
  void trustedServer_getsTheRequest() throws Exception {
    trust(serve("ip:127.0.0.1"));

    assertThat(transport().post(MESSAGE).status()).isEqualTo(200);
    assertThat(received).containsExactly(MESSAGE);
  }

  @Test
  void serverThatNobodyVouchesFor_getsNothing() throws Exception {
    serve("ip:127.0.0.1");

    assertRefused("unable to find valid certification path");
  }

  @Test
  void trustedServerOfAnotherName_getsNothing() throws Exception {
    trust(serve("dns:elsewhere.example"));

    assertRefused("No subject alternative");
  }

  private static void trust(Path store) {
    System.setProperty(TRUST_STORE, store.toString());
    System.setProperty(TRUST_STORE_PASSWORD, PASSWORD);
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> transport().post(MESSAGE))
        .isInstanceOf(SSLException.class)
        .isNotInstanceOf(Unanswered.class)
        .hasMessageContaining(why);
    assertThat(received).isEmpty();
  }

  /** Listens with a new key, and returns the store that has it. */
  private Path serve(String name) throws Exception {
    Path store = newKey(name);
    server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    server.createContext(
        "/v1/metrics",
        exchange -> {
          received.add(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return store;
  }

  private Path newKey(String name) throws Exception {
    Path store = folder.resolve("keys.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String key =
        "-genkeypair -alias server -keyalg EC -dname CN=test -validity 2 -storetype PKCS12";
    List<String> command = new ArrayList<>(List.of(keytool.toString()));
    command.addAll(List.of(key.split(" ")));
    command.addAll(List.of("-ext", "san=" + name, "-keystore", store.toString()));
    command.addAll(List.of("-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return store;
  }

  private static SSLContext context(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private HttpTransport transport() {
    String url = "https://127.0.0.1:" + server.getAddress().getPort() + "/v1/metrics";
    var root = ConfigFixture.yaml("otlp: {url: \"" + url + "\"}").load().root();
    return new HttpTransport(Objects.requireNonNull(OtlpConfig.read(root.child("otlp"))));
  }
}
