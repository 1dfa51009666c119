package dev.telemetry.benchmarks.request;

import com.sun.management.ThreadMXBean;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Answers with the bytes that all live threads have allocated, an agent's own included. */
final class AllocatedServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] allocated = threads.getThreadAllocatedBytes(threads.getAllThreadIds());
    long sum = Arrays.stream(allocated).filter(bytes -> bytes > 0).sum();
    byte[] body = Long.toString(sum).getBytes(StandardCharsets.US_ASCII);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
