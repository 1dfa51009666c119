package dev.telemetry.instrumentation.websocket;

/** A place in a container or in the API that is woven, by what happens there. */
enum Place {
  OPEN,
  CLOSE,
  HANDSHAKE,
  TOMCAT_TEXT,
  TOMCAT_BINARY,
  TOMCAT_FAILURE,
  TOMCAT_SENDING,
  TOMCAT_STREAMING
}
