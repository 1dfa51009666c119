package dev.telemetry.instrumentation.servlet;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/** An application's servlet. */
public class Counter extends GenericServlet {
  private static final long serialVersionUID = 1;

  @Override
  public void service(ServletRequest request, ServletResponse response) throws ServletException {
    if (request.getParameter("amount") == null) {
      throw new ServletException("no amount");
    }
    request.setAttribute("counted", request.getParameter("amount"));
  }
}
