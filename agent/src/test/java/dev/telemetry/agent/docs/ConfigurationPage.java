package dev.telemetry.agent.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes {@code docs/configuration.md}. */
final class ConfigurationPage {
  private static final String INTRODUCTION =
      """
      # Configuration

      Every key of `telemetry.yaml`. This page is generated from what the agent's readers ask for; do not edit it.

      The file is the agent's argument (`-javaagent:telemetry-agent.jar=FILE`), else `-Dtelemetry.config`, else the variable
      `TELEMETRY_CONFIG`, else `./telemetry.yaml`; without any the defaults below hold.
      `java -jar telemetry-agent.jar check FILE` tells what is wrong with a file and where; with `--effective` it shows every
      value that counts and where it comes from.

      A value is taken from the first of these that has it:

      1. the system property of its path: `-Dtelemetry.reporters.statsd.port=8125`
      2. the variable of its path: `TELEMETRY_REPORTERS_STATSD_PORT=8125`
      3. the file
      4. the variables of others that the column "Default" names
      5. the default

      What stands inside of a list is in the file alone; a list of texts as a whole can be given as `a,b`, keys of your own as
      `k=v,k=v`. In the file, `${NAME}` is the value of a variable or system property, `${NAME:default}` with a default, `$${`
      a plain `${`. A duration is a whole number with `ms`, `s`, `m` (or `min`) or `h`.

      In paths, `[]` is an item of a list and `*` a key of your own. How metrics are written is told in full in
      [metric definitions](metric-definitions.md).

      ## In an editor

      Editors that speak to the YAML language server (VS Code, IntelliJ, Neovim, ...) complete and check the file where it
      begins with a line that names [the schema](telemetry.schema.json), by a path or an address:

      ```yaml
      # yaml-language-server: $schema=docs/telemetry.schema.json
      ```

      The schema accepts what `check` accepts. It refuses unknown keys and values of a wrong kind, but not what takes more than
      one look at a single value: names of metrics and events, units, rules, which keys exclude or need each other.
      """;

  private static final Table<Key> TABLE =
      new Table<Key>()
          .column("Key", key -> Table.code(key.path()))
          .column("Type", KeyType::of)
          .column("Default", ConfigurationPage::fallback)
          .column("Says", Key::sentence);

  private ConfigurationPage() {}

  static String of(Key root) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append("\n## Top level\n\n").append(TABLE.of(plain(root)));
    for (Key key : root.inside()) {
      List<Key> rows = rowsIn(key);
      if (!rows.isEmpty()) {
        page.append("\n## `").append(key.name()).append("`\n\n");
        page.append(key.sentence()).append("\n\n").append(TABLE.of(rows));
      }
    }
    return page.toString();
  }

  private static List<Key> plain(Key root) {
    return root.inside().stream().filter(key -> rowsIn(key).isEmpty()).toList();
  }

  /**
   * All keys inside, at any depth; what a list holds or a user names is told with what is around.
   */
  private static List<Key> rowsIn(Key key) {
    List<Key> rows = new ArrayList<>();
    for (Key inside : key.inside()) {
      if (!inside.isPlaceholder()) {
        rows.add(inside);
      }
      rows.addAll(rowsIn(inside));
    }
    return rows;
  }

  private static String fallback(Key key) {
    List<String> chain = new ArrayList<>(key.variables());
    Key any = key.any();
    if (any != null) {
      chain.addAll(any.variables());
    }
    Set<String> fallbacks = key.fallbacks();
    if (!fallbacks.isEmpty()) {
      chain.add(fallbacks.stream().map(Table::code).collect(Collectors.joining(" or ")));
    }
    return String.join(", else ", chain);
  }
}
