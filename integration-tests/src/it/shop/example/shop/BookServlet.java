package example.shop;

import java.io.IOException;
import java.sql.SQLException;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A servlet whose own class declares what is measured, three classes below {@code Servlet}. */
final class BookServlet extends ShopServlet {
  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    String id = ((HttpServletRequest) request).getPathInfo().substring(1);
    HttpServletResponse answer = (HttpServletResponse) response;
    if (id.equals("broken")) {
      throw new ServletException("a broken page");
    }
    try {
      String title = Books.title(Integer.parseInt(id));
      if (title == null) {
        answer.setStatus(404);
      } else {
        answer.getWriter().println(title);
      }
    } catch (SQLException e) {
      throw new ServletException(e);
    }
  }
}
