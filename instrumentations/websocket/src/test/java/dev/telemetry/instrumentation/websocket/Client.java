package dev.telemetry.instrumentation.websocket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that waits until the server has handled what it was sent. */
final class Client implements WebSocket.Listener, AutoCloseable {
  private final Semaphore news = new Semaphore(0);
  private final Semaphore closed = new Semaphore(0);
  private final WebSocket socket;

  Client(String url) {
    socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(url), this).join();
  }

  void text(String text) {
    socket.sendText(text, true).join();
    await();
  }

  void part(byte[] bytes, boolean last) {
    socket.sendBinary(ByteBuffer.wrap(bytes), last).join();
    await();
  }

  /** A container answers a ping behind what came before it, unless it closes the session. */
  private void await() {
    done(socket.sendPing(ByteBuffer.allocate(0)));
    acquire(news);
  }

  /** Waits for something that fails where the container is about to close the session. */
  private static void done(CompletableFuture<?> sending) {
    sending.handle((sent, failed) -> sent).join();
  }

  private static void acquire(Semaphore semaphore) {
    try {
      if (!semaphore.tryAcquire(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the server does not answer");
      }
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    news.release();
    return WebSocket.Listener.super.onPong(from, message);
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    news.release();
    closed.release();
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    news.release();
    closed.release();
  }

  /** Goes without a word. */
  void abort() {
    socket.abort();
  }

  @Override
  public void close() {
    if (!socket.isOutputClosed()) {
      done(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }
    acquire(closed);
  }
}
