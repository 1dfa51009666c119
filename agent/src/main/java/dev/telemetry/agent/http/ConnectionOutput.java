package dev.telemetry.agent.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes to a client, who has to take each piece in time. */
final class ConnectionOutput extends OutputStream {
  /** Small: the JDK keeps a buffer of that size outside of the heap for each thread. */
  private static final int PIECE = 8 * 1024;

  private final Connection connection;
  private final Connections all;

  ConnectionOutput(Connection connection, Connections all) {
    this.connection = connection;
    this.all = all;
  }

  /** Asks for more time than an answer has. */
  void lastLong() {
    all.endless(connection);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    for (int from = offset; from < offset + count; from += PIECE) {
      writePiece(ByteBuffer.wrap(bytes, from, Math.min(PIECE, offset + count - from)));
    }
  }

  private void writePiece(ByteBuffer piece) throws IOException {
    try {
      connection.deadline().writing(System.nanoTime());
      while (piece.hasRemaining()) {
        connection.channel().write(piece);
      }
      connection.deadline().written();
    } catch (IOException gone) {
      throw new ClientGone(gone);
    }
  }
}
