package dev.telemetry.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingsTest {

  @Test
  void reading_tellsValueAndSource() {
    Config config =
        ConfigFixture.yaml("section:", "  host: ${HOST:localhost}", "  list: [x, y]")
            .property("telemetry.section.port", "1")
            .variable("TELEMETRY_SECTION_FLAG", "true")
            .variable("OTHER_NAME", "shop")
            .load();

    read(config);

    assertThat(config.readings().all())
        .filteredOn(reading -> reading.path().startsWith("section"))
        .extracting(reading -> reading.path() + "=" + reading.value() + " " + reading.source())
        .containsExactly(
            "section.host=localhost telemetry.yaml:2:9",
            "section.port=1 -Dtelemetry.section.port",
            "section.flag=true TELEMETRY_SECTION_FLAG",
            "section.every=10s default",
            "section.list=null default",
            "section.list[0]=x telemetry.yaml:3:10",
            "section.list[1]=y telemetry.yaml:3:13",
            "section.name=shop OTHER_NAME");
  }

  @Test
  void reading_tellsWhatIsExpected() {
    Config config = ConfigFixture.empty().load();

    read(config);

    Expected port =
        config.readings().all().stream()
            .filter(reading -> reading.path().endsWith("port"))
            .findAny()
            .orElseThrow()
            .expected();
    assertThat(port.kind()).isEqualTo(Expected.Kind.INTEGER);
    assertThat(port.words()).containsExactly("0", "9");
    assertThat(port.fallback()).isEqualTo("5");
    assertThat(config.readings().variables("section.name")).containsExactly("OTHER_NAME");
  }

  @Test
  void values_areEqualWhereverTheyStand() {
    Config one = ConfigFixture.yaml("section: {port: 1}").load();
    Config other = ConfigFixture.yaml("", "section:", "  port: 1").load();
    read(one);
    read(other);

    assertThat(one.root().child("section").values())
        .isEqualTo(other.root().child("section").values())
        .containsEntry("section.port", "1");
  }

  @Test
  void values_areThoseWithinAlone() {
    Config config = ConfigFixture.yaml("section: {port: 1}", "sections: x").load();
    read(config);
    config.root().child("sections").text();

    assertThat(config.readings().valuesWithin("section")).doesNotContainKey("sections");
  }

  @Test
  void secret_isHidden() {
    Config config =
        ConfigFixture.yaml(
                "a: {api-key: k, url: 'http://me:pw@host/x', authToken: t, plain: me@host}")
            .load();
    config.root().child("a").entries().values().forEach(ConfigNode::text);

    assertThat(config.readings().all())
        .filteredOn(reading -> reading.value() != null)
        .extracting(Reading::shown)
        .containsExactly("****", "http://****@host/x", "****", "me@host");
  }

  @Test
  void secret_isHiddenInErrors() {
    Config config = ConfigFixture.yaml("a: {token: secret1, password: '${X}secret2'}").load();

    config.root().child("a").child("token").flag(true);
    config.root().child("a").child("password").text();

    assertThat(config.errors().messages()).hasSize(2).noneMatch(said -> said.contains("secret"));
  }

  private static void read(Config config) {
    ConfigNode section = config.root().child("section");
    section.child("host").text("other");
    section.child("port").integer(0, 9, 5);
    section.child("flag").flag(false);
    section.child("every").nanos(1, Durations.nanos("10s"));
    section.child("list").texts();
    section.child("name").orVariable("OTHER_NAME").text();
  }
}
