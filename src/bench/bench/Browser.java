package bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who has logged in. */
final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final String office;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();

  Browser(int port) {
    this.office = "http://127.0.0.1:" + port;
  }

  Browser logIn(String name, String password) throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(page("/login"));
    if (!token.find()) {
      throw new IllegalStateException("no form");
    }
    String form = "username=%s&password=%s&_csrf=%s".formatted(name, password, token.group(1));
    client.send(
        HttpRequest.newBuilder(at("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.discarding());
    return this;
  }

  URI at(String path) {
    return URI.create(office + path);
  }

  HttpClient client() {
    return client;
  }

  <T> HttpResponse<T> get(URI address, BodyHandler<T> body)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(address).build(), body);
  }

  /**
   * @throws IllegalStateException when the office does not answer with a page
   */
  String page(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(at(path), BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return answer.body();
  }
}
