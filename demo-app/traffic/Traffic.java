import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * A few people who use the demo application: {@code java Traffic.java URL...}.
 *
 * <p>They register, sign in rightly and wrongly, look each other up, ask the partner, press buttons
 * and wait for the landing page. All URLs get the same, at the same time; what happens at the first is printed.
 * Ends after some seconds, with exit code 1 where an answer was not the expected one.
 */
public final class Traffic {
  private static final List<String> PEOPLE = List.of("ada", "grace", "edsger");
  private static final int LANDINGS = 3;
  private static final int OFFERS = 3;
  private static final List<String> BUTTONS = List.of("red", "green", "blue");
  private static final int PRESSES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String origin;
  private final boolean print;

  private Traffic(String origin, boolean print) {
    this.origin = origin.replaceAll("/$", "");
    this.print = print;
  }

  public static void main(String[] urls) throws InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<?>> visits = new ArrayList<>();
    for (String url : urls) {
      Traffic traffic = new Traffic(url, url.equals(urls[0]));
      visits.add(threads.submit(traffic::waitForLandingPages));
      visits.add(threads.submit(traffic::useAccounts));
      visits.add(threads.submit(traffic::pressButtons));
    }
    System.exit(failures(visits) == 0 ? 0 : 1);
  }

  private static int failures(List<Future<?>> visits) throws InterruptedException {
    int failures = 0;
    for (Future<?> visit : visits) {
      try {
        visit.get();
      } catch (ExecutionException e) {
        System.err.println("traffic: " + e.getCause());
        failures++;
      }
    }
    return failures;
  }

  private Void waitForLandingPages() throws IOException, InterruptedException {
    Person person = new Person("a visitor");
    for (int i = 0; i < LANDINGS; i++) {
      person.gets("/", 200);
    }
    return null;
  }

  /** Each press waits for the answer to the one before. */
  private Void pressButtons() throws IOException, InterruptedException {
    SynchronousQueue<String> answers = new SynchronousQueue<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(origin.replaceFirst("http", "ws") + "/buttons/live"), new Ears(answers))
            .join();
    for (int i = 0; i < PRESSES * BUTTONS.size(); i++) {
      String button = BUTTONS.get(i % BUTTONS.size());
      socket.sendText("{\"event\": \"" + button + "\"}", true).join();
      String answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (answer == null || !answer.contains('"' + button + '"')) {
        throw new IOException("the button " + button + " -> " + answer);
      }
      say("a presser: " + button + " -> " + answer);
    }
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    return null;
  }

  private void say(String sentence) {
    if (print) {
      System.out.println(sentence);
    }
  }

  private record Ears(SynchronousQueue<String> answers) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      try {
        answers.put(text.toString());
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
      return WebSocket.Listener.super.onText(from, text, last);
    }
  }

  private Void useAccounts() throws IOException, InterruptedException {
    String suffix = "-" + Long.toString(System.nanoTime() / 1_000_000 % 1_000_000, 36);
    for (String name : PEOPLE) {
      use(new Person(name + suffix));
    }
    return null;
  }

  private void use(Person person) throws IOException, InterruptedException {
    String page = person.posts("/register", "the right password", 303);
    person.gets(page, 200);
    person.posts("/register", "the right password", 409);
    person.posts("/logout", "", 303);
    person.posts("/login", "a wrong password", 401);
    person.posts("/login", "the right password", 303);
    person.gets(page, 200);
    person.gets("/users/0", 404);
    for (int i = 0; i < OFFERS; i++) {
      person.gets("/offers", 200, 502);
    }
  }

  /** Somebody with a browser of their own, that follows no redirect. */
  private final class Person {
    private final String name;
    private final HttpClient browser =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(PATIENCE).build();

    Person(String name) {
      this.name = name;
    }

    void gets(String path, Integer... expected) throws IOException, InterruptedException {
      send("GET", path, BodyPublishers.noBody(), Set.of(expected));
    }

    /** Returns the path that the answer sends to; empty where it sends nowhere. */
    String posts(String path, String password, int expected)
        throws IOException, InterruptedException {
      String form = "name=" + encode(name) + "&password=" + encode(password);
      String what = path.equals("/login") ? path + " with " + password : path;
      HttpResponse<Void> answer =
          send("POST", what, BodyPublishers.ofString(form), Set.of(expected));
      return URI.create(answer.headers().firstValue("Location").orElse("")).getPath();
    }

    private HttpResponse<Void> send(
        String method, String what, HttpRequest.BodyPublisher body, Set<Integer> expected)
        throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(origin + what.split(" ", 2)[0]))
              .timeout(PATIENCE)
              .header("Accept", "text/html")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .method(method, body)
              .build();
      HttpResponse<Void> answer = browser.send(request, BodyHandlers.discarding());
      String sentence = name + ": " + method + " " + what + " -> " + answer.statusCode();
      say(sentence);
      if (!expected.contains(answer.statusCode())) {
        throw new IOException(sentence + ", expected " + expected);
      }
      return answer;
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
