package dev.telemetry.agent.report.otlp;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** TLS with the JDK's own trust, whatever the application has made its default. */
final class Tls {
  private final SSLContext context;

  /**
   * Reads the JDK's trust store, or that of {@code javax.net.ssl.trustStore}.
   *
   * @throws IOException where that cannot be read
   */
  Tls() throws IOException {
    try {
      context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
    } catch (GeneralSecurityException failure) {
      throw new SSLException(failure);
    }
  }

  /** Returns the connection, secured; the server has to be who it is called. */
  Socket over(Socket plain, Endpoint endpoint) throws IOException {
    String host = endpoint.host().replaceAll("[\\[\\]]", "");
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, host, endpoint.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }
}
