package dev.telemetry.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.config.Expected.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskedKeysTest {

  @Test
  void exampleOfEveryKey_isRight() throws Exception {
    assertThat(AskedKeys.errorsOf(ConfigFixture.yaml(AskedKeys.everyKey()).load())).isEmpty();
  }

  @Test
  void everyKey_isSaidInASentence() throws Exception {
    assertThat(all(AskedKeys.read()))
        .filteredOn(key -> !key.isPlaceholder() && key.sentence().isEmpty())
        .as("keys without a sentence: give it to child(key, sentence) where the key is read")
        .isEmpty();
  }

  @Test
  void everyKey_isReadByTheExamples() throws Exception {
    assertThat(all(AskedKeys.read()))
        .filteredOn(key -> key.expected().isEmpty() && key.inside().isEmpty())
        .as("keys that are valid and not read: docs/every-key.yaml needs one of each")
        .isEmpty();
  }

  @Test
  void everyList_hasAnItemInTheExamples() throws Exception {
    assertThat(all(AskedKeys.read()))
        .filteredOn(key -> key.isList() && key.item() == null)
        .as("lists of which no item was read: docs/every-key.yaml needs one")
        .isEmpty();
  }

  @Test
  void key_tellsWhatItsReaderExpects() throws Exception {
    Key port = AskedKeys.read().at("reporters.statsd.port");

    assertThat(port.expected()).containsOnlyKeys(Kind.INTEGER);
    assertThat(port.fallbacks()).containsExactly("8125");
    assertThat(port.variables()).containsExactly("`DD_DOGSTATSD_PORT`");
  }

  private static List<Key> all(Key key) {
    List<Key> all = new ArrayList<>();
    for (Key inside : key.inside()) {
      all.add(inside);
      all.addAll(all(inside));
    }
    return all;
  }
}
