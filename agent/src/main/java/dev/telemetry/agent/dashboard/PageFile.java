package dev.telemetry.agent.dashboard;

import dev.telemetry.agent.http.HttpAnswer;
import dev.telemetry.agent.http.HttpHandler;
import dev.telemetry.agent.http.HttpRequest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Answers with one of the page's files, which lie in the jar. */
final class PageFile implements HttpHandler {
  private static final String FOLDER = "dev/telemetry/agent/dashboard/page/";
  private static final int BUFFER = 8 * 1024;

  private final String name;

  /** Takes its name within the folder, such as {@code app.css}. */
  PageFile(String name) {
    this.name = name;
  }

  @Override
  public void answer(HttpRequest request, HttpAnswer answer) throws IOException {
    try (InputStream in = PageFile.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new FileNotFoundException("the jar has no " + FOLDER + name);
      }
      OutputStream body = answer.body(type());
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        body.write(buffer, 0, n);
      }
      body.close();
    }
  }

  private String type() {
    switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html":
        return "text/html; charset=utf-8";
      case "css":
        return "text/css; charset=utf-8";
      case "svg":
        return "image/svg+xml";
      default:
        return "text/javascript; charset=utf-8";
    }
  }
}
