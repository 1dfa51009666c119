package dev.telemetry.agent.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Status and headers of an answer. */
final class AnswerHead {
  private static final Map<Integer, String> REASONS = reasons();

  /** What a page may do: run and show what came from this port, ask this port, nothing else. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final int status;
  private final Map<String, String> headers = new LinkedHashMap<>();

  AnswerHead(int status, String contentType) {
    this.status = status;
    header("Content-Type", contentType);
    header("Cache-Control", "no-store");
    header("X-Content-Type-Options", "nosniff");
    header("Content-Security-Policy", POLICY);
    header("X-Frame-Options", "DENY");
    header("Referrer-Policy", "no-referrer");
    header("Cross-Origin-Resource-Policy", "same-origin");
    header("Connection", "close");
  }

  AnswerHead header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder("HTTP/1.1 ");
    text.append(status).append(' ').append(REASONS.getOrDefault(status, "Other")).append("\r\n");
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Map<Integer, String> reasons() {
    Map<Integer, String> reasons = new LinkedHashMap<>();
    reasons.put(200, "OK");
    reasons.put(303, "See Other");
    reasons.put(400, "Bad Request");
    reasons.put(401, "Unauthorized");
    reasons.put(403, "Forbidden");
    reasons.put(404, "Not Found");
    reasons.put(405, "Method Not Allowed");
    reasons.put(431, "Request Header Fields Too Large");
    reasons.put(500, "Internal Server Error");
    reasons.put(505, "HTTP Version Not Supported");
    return reasons;
  }
}
