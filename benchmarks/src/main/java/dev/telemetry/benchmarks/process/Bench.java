package dev.telemetry.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;

/** What all suites of one run share. */
public final class Bench implements AutoCloseable {
  private final Setting setting = new Setting();
  private final LoopbackSink sink = new LoopbackSink();
  private final OurAgent ours;
  private final Peers peers;
  private final Path scratch;

  /** Prepares a run. */
  public Bench() throws IOException {
    scratch = setting.scratch("bench");
    ours = new OurAgent(setting.agent(), scratch.resolve("configurations"), sink);
    peers = new Peers(setting.peers(), sink);
  }

  /** What it was told. */
  public Setting setting() {
    return setting;
  }

  /** Where all send to. */
  public LoopbackSink sink() {
    return sink;
  }

  /** Our agent. */
  public OurAgent ours() {
    return ours;
  }

  /** The others. */
  public Peers peers() {
    return peers;
  }

  /** A folder for files of this run. */
  public Path scratch() {
    return scratch;
  }

  /** Tells the terminal what goes on. */
  public void say(String words) {
    System.out.printf("[bench %tT] %s%n", System.currentTimeMillis(), words);
  }

  @Override
  public void close() {
    sink.close();
  }
}
