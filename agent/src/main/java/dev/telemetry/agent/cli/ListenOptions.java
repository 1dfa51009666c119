package dev.telemetry.agent.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** What was said after {@code listen}. */
final class ListenOptions {
  static final String USAGE =
      String.join(
          System.lineSeparator(),
          "usage: java -jar telemetry-agent.jar listen [PORT] [options]",
          "",
          "Receives StatsD over UDP, prints each line and every few seconds a table of totals.",
          "",
          "  PORT             8125 unless given; 0 takes any that is free",
          "  --host HOST      the address to listen on, 127.0.0.1 unless given; 0.0.0.0 for all",
          "  --flavor FLAVOR  by whose rules a line is bad: standard (a plain statsd), datadog,",
          "                   or auto, which takes the lines of both (default)",
          "  --quiet          prints tables and bad lines only",
          "  --help           prints this");

  private static final List<String> WORDS =
      Arrays.asList("--host", "--flavor", "--quiet", "--help");
  private static final int DEFAULT_PORT = 8125;
  private static final int LARGEST_PORT = 65535;

  private int port = DEFAULT_PORT;
  private String host = "127.0.0.1";
  private Flavor flavor = Flavor.AUTO;
  private boolean quiet;
  private boolean help;

  private ListenOptions() {}

  /**
   * Reads the words.
   *
   * @throws IllegalArgumentException where they make no sense; its message is for people
   */
  static ListenOptions parse(List<String> args) {
    ListenOptions options = new ListenOptions();
    Iterator<String> words = args.iterator();
    while (words.hasNext()) {
      options.take(words.next(), words);
    }
    return options;
  }

  int port() {
    return port;
  }

  String host() {
    return host;
  }

  Flavor flavor() {
    return flavor;
  }

  boolean quiet() {
    return quiet;
  }

  boolean help() {
    return help;
  }

  private void take(String word, Iterator<String> rest) {
    switch (word) {
      case "--host":
        host = value(word, rest);
        break;
      case "--flavor":
        flavor = flavor(value(word, rest));
        break;
      case "--quiet":
        quiet = true;
        break;
      case "--help":
      case "-h":
        help = true;
        break;
      default:
        port = port(word);
    }
  }

  private static String value(String word, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(word + " needs a value");
    }
    return rest.next();
  }

  private static Flavor flavor(String word) {
    Flavor flavor = Flavor.of(word);
    if (flavor == null) {
      throw new IllegalArgumentException(Words.unknown("flavor", word, Flavor.words()));
    }
    return flavor;
  }

  private static int port(String word) {
    if (word.startsWith("-")) {
      throw new IllegalArgumentException(Words.unknown("option", word, WORDS));
    }
    if (word.matches("\\d{1,5}") && Integer.parseInt(word) <= LARGEST_PORT) {
      return Integer.parseInt(word);
    }
    throw new IllegalArgumentException(
        "port '" + Text.printable(word) + "', expected 0 to " + LARGEST_PORT);
  }
}
