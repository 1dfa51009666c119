package example.calls;

import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Makes calls of every outcome by one client, and tells how they went. Arguments: the client's
 * class, and how often.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    Client client = (Client) Class.forName(args[0]).getConstructor().newInstance();
    Partner partner = new Partner();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      for (String path : new String[] {"/ok", "/missing", "/broken", "/moved"}) {
        System.out.println(path + " " + client.get(partner.url(path)));
      }
      System.out.println("refused " + thrown(() -> client.get(nobody())));
      System.out.println("late " + thrown(() -> client.impatient(partner.url("/late"))));
      partner.awaitReached();
      client.cancelled(partner.url("/late"), partner::awaitReached);
    }
    partner.close();
    System.exit(0);
  }

  private static String thrown(Call call) {
    try {
      return "answered " + call.make();
    } catch (Exception failure) {
      return failure.getClass().getName();
    }
  }

  private static String nobody() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/ok";
    }
  }

  private interface Call {
    int make() throws Exception;
  }
}
