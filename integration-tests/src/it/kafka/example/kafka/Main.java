package example.kafka;

import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Has clients of a broker that is not there, and a record that nobody takes. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(properties("shop-out"), new StringSerializer(), new StringSerializer());
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            properties("shop-in"), new StringDeserializer(), new StringDeserializer());
    producer.send(new ProducerRecord<>("orders", "one"));
    System.out.println("clients are there");
    Thread.sleep(TimeUnit.HOURS.toMillis(1));
    consumer.close();
    producer.close();
  }

  private static Properties properties(String client) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", "127.0.0.1:1");
    properties.setProperty("client.id", client);
    properties.setProperty("group.id", "shop");
    properties.setProperty("max.block.ms", "500");
    properties.setProperty("reconnect.backoff.ms", "3600000");
    properties.setProperty("reconnect.backoff.max.ms", "3600000");
    return properties;
  }
}
