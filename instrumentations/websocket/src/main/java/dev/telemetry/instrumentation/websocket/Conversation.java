package dev.telemetry.instrumentation.websocket;

import dev.telemetry.Metadata;
import dev.telemetry.bus.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One session of the server's: what is being received and sent, and what waits for an answer.
 * Thread-safe.
 *
 * <p>What a thread sends while it handles a message of this session is the answer to that message;
 * while it handles one of another session, it is none. A thread that handles nothing answers the
 * oldest message that waits, unless it is known to send to sessions where none does.
 */
final class Conversation implements Facts, OfThread {
  private final Endpoints all;
  private final Endpoint endpoint;
  private final long opened = System.nanoTime();
  private final Waiting waiting;
  private @Nullable Message incoming;
  private @Nullable Message outgoing;
  private volatile @Nullable Thread handler;

  /** The last to have begun sending, and not ended. */
  private volatile @Nullable Thread sender;

  /** The message under way has got no answer so far. */
  private @Nullable Reply current;

  private long lastAnswerer;
  private int closeCode;
  private boolean closed;

  Conversation(Endpoints all, Endpoint endpoint) {
    this.all = all;
    this.endpoint = endpoint;
    waiting = new Waiting(endpoint);
  }

  Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public boolean isHandledHere() {
    return handler == Thread.currentThread();
  }

  /**
   * A part of a message, or all of it, is about to be handled on this thread.
   *
   * @param text what has come; null for binary data
   * @return null where this call is within another one
   */
  @Nullable Message receives(@Nullable CharSequence text, long size, boolean last) {
    if (isHandledHere()) {
      return null;
    }
    Message message = incoming;
    if (message == null) {
      CharSequence inner = endpoint.message(text);
      String command = command(inner);
      message = begin(inner, command, true);
      incoming = message;
      if (command == null || StompText.isAnswered(command)) {
        awaitAnswer(message, text != null);
      } else if (command.equals(StompText.SUBSCRIBE)) {
        all.subscribed(endpoint, message.event());
      }
    }
    message.size += size;
    message.isLast = last;
    handler = Thread.currentThread();
    all.speakers.begin(this);
    return message;
  }

  /** The handler has thrown, which the container keeps from our sight otherwise. */
  void failed(Throwable thrown) {
    Message message = incoming;
    if (message != null && isHandledHere()) {
      message.thrown = thrown;
    }
  }

  /** What {@link #receives} returned has been handled. */
  void received(Message message, @Nullable Throwable thrown) {
    all.speakers.end(this);
    handler = null;
    if (message.thrown == null) {
      message.thrown = thrown;
    }
    if (message.isLast || message.thrown != null) {
      incoming = null;
      forgetCurrent();
      done(message, null);
    }
  }

  /** Returns the frame of STOMP that this thread handles; null where it handles none. */
  @Nullable Message frame() {
    Message message = incoming;
    return message != null && message.isFrame && isHandledHere() ? message : null;
  }

  /** One of those who have to do with a received message is done; it ends with the last of them. */
  void done(Message message, @Nullable Throwable thrown) {
    if (thrown != null) {
      message.thrown = thrown;
    }
    if (message.doneByOne()) {
      end(message);
    }
  }

  /** Something is about to be sent; see {@link #receives}. */
  @Nullable Message sends(@Nullable CharSequence text, long size, boolean last) {
    if (sender == Thread.currentThread()) {
      return null;
    }
    sender = Thread.currentThread();
    Message message = continued();
    if (message == null) {
      CharSequence inner = endpoint.message(text);
      String command = command(inner);
      if (command == null ? endpoint.mayAnswer(inner) : StompText.isAnswer(command)) {
        answers(command != null);
      }
      message = begin(inner, command, false);
    }
    message.size += size;
    message.isLast = last;
    return message;
  }

  /** What {@link #sends} returned has been sent, or not. */
  void sent(Message message, @Nullable Throwable thrown) {
    sender = null;
    if (message.isLast || thrown != null) {
      message.thrown = thrown;
      end(message);
    } else {
      keep(message);
    }
  }

  private synchronized @Nullable Message continued() {
    Message message = outgoing;
    outgoing = null;
    return message;
  }

  private synchronized void keep(Message message) {
    outgoing = message;
  }

  private static @Nullable String command(@Nullable CharSequence text) {
    return text == null ? null : StompText.command(text);
  }

  private Message begin(@Nullable CharSequence text, @Nullable String command, boolean in) {
    Message spare = all.messages.take();
    Message message = spare == null ? new Message() : spare;
    String name = text == null ? WebSocketEvents.UNNAMED : all.names.of(text, command);
    message.begin(this, name, text != null, in);
    message.isFrame = command != null;
    message.start = all.message.started(message);
    return message;
  }

  private void end(Message message) {
    all.message.ended(message.start, message, message.thrown);
    message.forget();
    all.messages.giveBack(message);
  }

  private void awaitAnswer(Message message, boolean text) {
    giveUpOverdue(message.start);
    Reply out = wait(message, text);
    all.rounds.wake();
    if (out != null) {
      unanswered(out);
    }
  }

  private synchronized @Nullable Reply wait(Message message, boolean text) {
    Reply out = waiting.isFull() ? waiting.removeOldest() : null;
    current = waiting.add(message.start, message.event(), text);
    return out;
  }

  /** The message is handled; its answer may come later, from a thread that handles nothing. */
  private synchronized void forgetCurrent() {
    current = null;
  }

  /**
   * Something is sent.
   *
   * @param surely it says itself that it is an answer
   */
  private void answers(boolean surely) {
    long now = System.nanoTime();
    giveUpOverdue(now);
    Reply reply = surely ? oldest() : answered(all.speakers.handled(), now);
    if (reply != null) {
      all.reply.start().started(reply.start, reply);
      all.reply.ended(reply.start, reply, null);
      giveBack(reply);
    }
  }

  private synchronized @Nullable Reply answered(@Nullable Conversation handled, long now) {
    if (handled != null) {
      return handled == this && current != null ? taken(waiting.removeNewest()) : null;
    }
    if (waiting.isEmpty() && lastAnswerer != Thread.currentThread().getId()) {
      all.speakers.pushes(now);
    }
    return all.speakers.isPushing(now) ? null : taken(waiting.removeOldest());
  }

  private @Nullable Reply taken(@Nullable Reply reply) {
    if (reply != null) {
      lastAnswerer = Thread.currentThread().getId();
      current = reply == current ? null : current;
    }
    return reply;
  }

  /**
   * Clears what waits too long.
   *
   * @return whether anything waits still
   */
  boolean giveUpOverdue(long nowNanos) {
    Reply out = overdue(nowNanos);
    while (out != null) {
      unanswered(out);
      out = overdue(nowNanos);
    }
    return isWaiting();
  }

  private synchronized boolean isWaiting() {
    return !waiting.isEmpty();
  }

  private synchronized @Nullable Reply overdue(long nowNanos) {
    Reply out = waiting.removeOverdue(nowNanos);
    current = out != null && out == current ? null : current;
    return out;
  }

  private void giveUpAll() {
    for (Reply out = oldest(); out != null; out = oldest()) {
      unanswered(out);
    }
  }

  private synchronized @Nullable Reply oldest() {
    return taken(waiting.removeOldest());
  }

  private void unanswered(Reply reply) {
    all.unanswered.single(reply);
    giveBack(reply);
  }

  private synchronized void giveBack(Reply reply) {
    waiting.giveBack(reply);
  }

  /** The session is closed; what is told again counts no more. */
  void closes(int code) {
    if (!close(code)) {
      return;
    }
    giveUpAll();
    all.close.ended(opened, System.nanoTime(), this, null);
    endpoint.changed(-1);
  }

  private synchronized boolean close(int code) {
    boolean first = !closed;
    closed = true;
    closeCode = first ? code : closeCode;
    return first;
  }

  @Override
  public @Nullable Object get(String key) {
    return key.equals(WebSocketEvents.CLOSE_CODE) ? (Object) closeCode : endpoint.get(key);
  }

  @Override
  public Metadata metadata() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(WebSocketEvents.ENDPOINT, endpoint.path);
    facts.put(WebSocketEvents.CLOSE_CODE, closeCode);
    return Metadata.of(facts);
  }
}
