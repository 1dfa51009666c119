package dev.telemetry.instrumentation.httpclient.clients.inside;

import java.net.Authenticator;
import java.net.PasswordAuthentication;

/** Knows a name and a password. */
final class KnownVisitor extends Authenticator {
  @Override
  protected PasswordAuthentication getPasswordAuthentication() {
    return new PasswordAuthentication("name", "password".toCharArray());
  }
}
