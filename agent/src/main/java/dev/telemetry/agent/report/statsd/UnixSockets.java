package dev.telemetry.agent.report.statsd;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.ConnectException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;

/** The two methods that Java has for unix sockets since 16, for code that is compiled for 8. */
final class UnixSockets {
  private static final String ADDRESS = "java.net.UnixDomainSocketAddress";

  private UnixSockets() {}

  /** Tells whether this Java has them. */
  static boolean available() {
    try {
      Class.forName(ADDRESS);
      return true;
    } catch (ClassNotFoundException older) {
      return false;
    }
  }

  /** Connects to a stream socket; the channel that is returned does not block. */
  static SocketChannel connect(String path) throws IOException {
    SocketChannel channel = open();
    try {
      channel.configureBlocking(false);
      if (!channel.connect(address(path))) {
        throw new ConnectException("the server accepts nobody");
      }
      return channel;
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  private static SocketChannel open() throws IOException {
    MethodType type = MethodType.methodType(SocketChannel.class, ProtocolFamily.class);
    try {
      return (SocketChannel)
          MethodHandles.publicLookup()
              .findStatic(SocketChannel.class, "open", type)
              .invoke((ProtocolFamily) StandardProtocolFamily.valueOf("UNIX"));
    } catch (Throwable failure) {
      throw asIo(failure);
    }
  }

  private static SocketAddress address(String path) throws IOException {
    try {
      Class<?> address = Class.forName(ADDRESS);
      MethodHandle of =
          MethodHandles.publicLookup()
              .findStatic(address, "of", MethodType.methodType(address, String.class));
      return (SocketAddress) of.invoke(path);
    } catch (Throwable failure) {
      throw asIo(failure);
    }
  }

  private static IOException asIo(Throwable failure) {
    return failure instanceof IOException ? (IOException) failure : new IOException(failure);
  }
}
