package dev.telemetry.agent.http;

import java.io.IOException;

/** The client reads no further, or has not read in time: nobody's fault, and nobody to tell. */
final class ClientGone extends IOException {
  private static final long serialVersionUID = 1;

  ClientGone(IOException cause) {
    super("the client has gone", cause);
  }
}
