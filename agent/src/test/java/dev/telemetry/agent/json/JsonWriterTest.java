package dev.telemetry.agent.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private final JsonWriter json = new JsonWriter();

  @Test
  void commas_standBetweenValuesAlone() {
    json.object().text("a", "b").array("c").text("d").object().endObject().endArray();
    json.object("e").endObject().numbers("f", Map.of("g", 1)).number("h", 2).endObject();

    assertThat(json).hasToString("{\"a\":\"b\",\"c\":[\"d\",{}],\"e\":{},\"f\":{\"g\":1},\"h\":2}");
  }

  @Test
  void texts_areEscaped() {
    json.object().text("\"", "\\\n\ud83d\u00e9{[:").text("n", null).endObject();

    assertThat(json).hasToString("{\"\\\"\":\"\\\\\\u000a\\ud83d\u00e9{[:\",\"n\":null}");
  }

  @Test
  void numbers_haveNoExponent() {
    json.object().number("a", 1e-7).number("b", 1e21).number("c", 0.0).number("d", Double.NaN);

    assertThat(json)
        .hasToString("{\"a\":0.0000001,\"b\":1000000000000000000000,\"c\":0,\"d\":null");
  }

  @Test
  void wholeNumbers_haveTheirDigitsAlone() {
    json.array().number(-0.0).number(-5e7).number(9_007_199_254_740_991.0).number(123e15);

    assertThat(json).hasToString("[0,-50000000,9007199254740991,123000000000000000");
  }

  @Test
  void arrays_holdNumbersAndFurtherArrays() {
    json.object().array("s").array().number(1L).number(0.5).endArray().array().endArray();
    json.textOrNull(null).textOrNull("t").endArray().flag("f", true).endObject();

    assertThat(json).hasToString("{\"s\":[[1,0.5],[],null,\"t\"],\"f\":true}");
  }
}
