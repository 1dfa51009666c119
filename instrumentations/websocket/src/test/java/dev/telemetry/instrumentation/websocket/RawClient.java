package dev.telemetry.instrumentation.websocket;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A client that sends the frames it is told to, rightly or wrongly made. */
public final class RawClient implements AutoCloseable {
  /** The kind of a frame: more of a message. */
  public static final int CONTINUATION = 0;

  /** The kind of a frame: a text, or its beginning. */
  public static final int TEXT = 1;

  /** The kind of a frame: binary data, or its beginning. */
  public static final int BINARY = 2;

  /** The kind of a frame: the session ends. */
  public static final int CLOSE = 8;

  private static final int OPCODE = 0xF;
  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int SHORT = 126;
  private static final int LONG = 127;
  private static final int MOST_SHORT = 0xFFFF;
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final DataInputStream in;

  /** Opens a session; throws with what the server said where it is refused. */
  public RawClient(String url, String... headers) throws IOException {
    URI uri = URI.create(url);
    socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new DataInputStream(socket.getInputStream());
    String request =
        "GET "
            + uri.getPath()
            + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Version: 13\r\n"
            + String.join("", Arrays.stream(headers).map(header -> header + "\r\n").toList())
            + "\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    String head = head();
    if (!head.startsWith("HTTP/1.1 101")) {
      throw new IOException(head);
    }
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  /** Sends one frame, whose mask changes nothing. */
  public void send(int opcode, boolean last, byte[] content) throws IOException {
    OutputStream out = socket.getOutputStream();
    byte[] frame = new byte[content.length + 14];
    int at = 0;
    frame[at++] = (byte) (opcode | (last ? FIN : 0));
    int length = content.length;
    int marker = length < SHORT ? length : length <= MOST_SHORT ? SHORT : LONG;
    frame[at++] = (byte) (MASKED | marker);
    for (int shift = (marker == SHORT ? 8 : marker == LONG ? 56 : -8); shift >= 0; shift -= 8) {
      frame[at++] = (byte) ((long) length >>> shift);
    }
    at += 4;
    System.arraycopy(content, 0, frame, at, length);
    out.write(frame, 0, at + length);
  }

  /** Returns the kind of the next message, whose content is passed over, and all of its frames. */
  public int receive() throws IOException {
    int first = in.readUnsignedByte();
    skipContent();
    for (int frame = first; (frame & FIN) == 0; ) {
      frame = in.readUnsignedByte();
      skipContent();
    }
    return first & OPCODE;
  }

  private void skipContent() throws IOException {
    int length = in.readUnsignedByte();
    long size = length == SHORT ? in.readUnsignedShort() : length == LONG ? in.readLong() : length;
    in.skipNBytes(size);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
