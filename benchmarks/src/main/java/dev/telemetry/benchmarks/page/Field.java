package dev.telemetry.benchmarks.page;

import java.util.List;

/**
 * Who stands beside whom.
 *
 * @param base what the others are compared with
 * @param again the same once more: what the machine can't tell apart
 * @param limit what does the least that could be done; empty where nothing stands for it
 * @param others the others
 * @param ours our own
 */
record Field(String base, String again, String limit, List<String> others, String ours) {

  /** The same with another one of ours. */
  Field with(String another) {
    return new Field(base, again, limit, others, another);
  }
}
