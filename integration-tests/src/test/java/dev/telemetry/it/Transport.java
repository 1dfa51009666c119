package dev.telemetry.it;

import dev.telemetry.it.Peer.Server;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The ways by which our reporters send, each with what it sends to. */
enum Transport {
  UDP(8) {
    @Override
    Peer peer(Path folder, int port) {
      return new Peer(() -> udp(port, 4 << 20), () -> udp(port, 4_096));
    }

    @Override
    String reporter(Path folder, int port) {
      return STATSD + "host: 127.0.0.1, port: " + port + "}";
    }
  },

  UNIX_STREAM(17) {
    @Override
    Peer peer(Path folder, int port) {
      return alike(
          () -> {
            UnixReceiver receiver = new UnixReceiver(socket(folder));
            return Server.of(paused(receiver::readAll), receiver::close);
          });
    }

    @Override
    String reporter(Path folder, int port) {
      return STATSD + "socket: 'unixstream://" + socket(folder) + "'}";
    }
  },

  UNIX_DATAGRAM(8) {
    @Override
    Peer peer(Path folder, int port) {
      return alike(
          () -> {
            UnixDatagramReceiver receiver = new UnixDatagramReceiver(socket(folder));
            return Server.of(paused(receiver::readAll), receiver::close);
          });
    }

    @Override
    String reporter(Path folder, int port) {
      return STATSD + "socket: " + socket(folder) + "}";
    }
  },

  OTLP(8) {
    @Override
    Peer peer(Path folder, int port) {
      return new Peer(() -> otlp(port), () -> silent(port));
    }

    @Override
    String reporter(Path folder, int port) {
      String url = OtlpServer.exports("127.0.0.1", port).toString();
      return "otlp: {every: 100ms, timeout: 300ms, url: '" + url + "'}";
    }
  };

  private static final String STATSD = "statsd: {every: 100ms, ";

  /** The lowest Java that has it. */
  final int lowestJava;

  Transport(int lowestJava) {
    this.lowestJava = lowestJava;
  }

  /** The other side, at a port or in a folder. */
  abstract Peer peer(Path folder, int port);

  /** The section of the reporter that sends there. */
  abstract String reporter(Path folder, int port);

  private static Path socket(Path folder) {
    return folder.resolve("dsd.socket");
  }

  private static Peer alike(Supplier<Server> server) {
    return new Peer(server, server);
  }

  private static Server udp(int port, int buffer) {
    UdpReceiver receiver = new UdpReceiver(Ports.address(1), port, buffer);
    long[] received = {0};
    LongSupplier next = () -> received[0] = receiver.readAtLeast(received[0] + 1);
    return Server.of(next, receiver::close);
  }

  private static Server otlp(int port) {
    OtlpServer server = new OtlpServer(Ports.address(1), port, new OtlpPoints());
    return Server.of(paused(server.accepted()::number), server::close);
  }

  private static Server silent(int port) {
    SilentServer server = new SilentServer(port);
    return Server.of(server::connections, server::close);
  }

  /** Reads now and then: a reader that never rests would take a processor from the application. */
  private static LongSupplier paused(LongSupplier read) {
    return () -> {
      LockSupport.parkNanos(5_000_000);
      return read.getAsLong();
    };
  }
}
