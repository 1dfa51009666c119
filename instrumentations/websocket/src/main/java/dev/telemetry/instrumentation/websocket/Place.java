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
  TOMCAT_STREAMING,
  UNDERTOW_MESSAGE,
  UNDERTOW_FAILURE,
  UNDERTOW_SENDING,
  UNDERTOW_STREAM,
  UNDERTOW_WRITER,
  JETTY_OPEN,
  JETTY_FRAME,
  JETTY_FAILURE,
  JETTY_CLOSE,
  JETTY_SENDING
}
