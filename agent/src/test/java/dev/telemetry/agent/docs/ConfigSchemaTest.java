package dev.telemetry.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.telemetry.agent.config.ConfigFixture;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds the schema for editors against what {@code check} says of the same file. */
class ConfigSchemaTest {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void schema_isOneOfItsDraft() throws Exception {
    JsonSchema draft =
        FACTORY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(draft.validate(JSON.readTree(committed()))).isEmpty();
  }

  @Test
  void demo_isAccepted() throws Exception {
    String demo = Files.readString(Repository.file("demo-app/telemetry.yaml"));

    assertThat(refused(demo)).isEmpty();
    assertThat(AskedKeys.errorsOf(ConfigFixture.yaml(demo).load())).isEmpty();
  }

  @Test
  void exampleOfEveryKey_isAccepted() throws Exception {
    assertThat(refused(AskedKeys.everyKey())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "service: 42",
        "service: ${SHOP:shop}",
        "tags: {env: '${ENV:dev}', build: 7}",
        "tags:",
        "metrics:",
        "reload: {enabled: 'false', every: 1 s}",
        "reload: {enabled: '${RELOAD:true}', every: '${EVERY:5min}'}",
        "http: {failures: [500, '${MORE:4xx}']}",
        "reporters: {statsd: {port: '8125', flavor: '${FLAVOR:datadog}', mtu: '${MTU:1400}'}}",
        "reporters: {statsd: , log: {}}",
        "reporters: {log: {every: 1h}}",
        "instrumentations: {jdbc: {enabled: false}}",
        "metrics: [{counter: a.b, keep: {x: [1, 2xx]}, tags: [c], tag-values: {c: d}}]",
        "metrics: [{distribution: a.b, buckets: [0.1, '1', '${TOP:10}']}]",
        "metrics: [{sum: a.b, unit: '%'}]",
        "measure: [{methods: com.acme.A.*, private: true}]",
      })
  void rightFile_isAccepted(String yaml) throws Exception {
    assertThat(AskedKeys.errorsOf(ConfigFixture.yaml(yaml).load())).isEmpty();
    assertThat(refused(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "servise: shop",
        "[service, tags]",
        "service: [shop]",
        "service:",
        "tags: env",
        "tags: {env: {a: b}}",
        "reload: {enabled: maybe}",
        "reload: {every: 5}",
        "reload: {every: 5 days}",
        "include: a.yaml",
        "reporters: [statsd]",
        "reporters: {statd: {}}",
        "reporters: {statsd: true}",
        "reporters: {statsd: {prot: 1}}",
        "reporters: {statsd: {port: 0}}",
        "reporters: {statsd: {port: 8125.5}}",
        "reporters: {statsd: {flavor: dogstatsd}}",
        "reporters: {log: {format: xml}}",
        "instrumentations: {jdcb: {enabled: false}}",
        "metrics: [counter]",
        "metrics: [{counter: [a, b]}]",
        "metrics: [{counter: a.b, tag: [x]}]",
        "metrics: [{counter: a.b, tags: {x: y}}]",
        "metrics: [{counter: a.b, limit: 0}]",
        "metrics: [{distribution: a.b, buckets: [one]}]",
        "measure: [{methods: com.acme.A.*, tags: {x: {argument: first}}}]",
        "http: {tags: {x: {heder: y}}}",
      })
  void wrongFile_isRefused(String yaml) throws Exception {
    assertThat(AskedKeys.errorsOf(ConfigFixture.yaml(yaml).load())).isNotEmpty();
    assertThat(refused(yaml)).isNotEmpty();
  }

  private static Set<ValidationMessage> refused(String yaml) throws Exception {
    Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    JsonNode asJson = JSON.valueToTree(read);
    return FACTORY.getSchema(committed()).validate(asJson);
  }

  private static String committed() throws Exception {
    return Files.readString(Repository.file(GeneratedDocs.SCHEMA));
  }
}
