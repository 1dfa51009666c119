package dev.telemetry.instrumentation.httpclient.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.telemetry.instrumentation.httpclient.clients.inside.JdkConnection;
import dev.telemetry.instrumentation.httpclient.clients.inside.JdkFuture;
import dev.telemetry.instrumentation.httpclient.clients.inside.JdkSend;
import java.net.ConnectException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The clients of this JDK. */
class JdkContractTest {
  /** {@code java.net.http.HttpClient}, waited for. */
  @Nested
  class Send extends ClientContract {
    Send() {
      super("", "");
    }

    @Override
    Caller caller(String client, String callerName) {
      return new JdkSend();
    }
  }

  /** {@code java.net.http.HttpClient}, as a future. */
  @Nested
  class SendAsync extends ClientContract {
    SendAsync() {
      super("", "");
    }

    @Override
    Caller caller(String client, String callerName) {
      return new JdkFuture();
    }
  }

  /** {@code java.net.HttpURLConnection}. */
  @Nested
  class Connection extends ClientContract {
    Connection() {
      super("", "");
    }

    @Override
    Caller caller(String client, String callerName) {
      return new JdkConnection();
    }

    @Test
    void refusedConnectionOfHttps_isAnExceptionOfOneCall() {
      assertThat(catchThrowable(() -> getFromNobody("https"))).isNotNull();

      assertThat(woven.events().named(span() + ".start")).hasSize(1);
      assertThat(woven.events().endsOf(span()))
          .singleElement()
          .satisfies(end -> assertThat(end.error()).isInstanceOf(ConnectException.class));
    }
  }
}
