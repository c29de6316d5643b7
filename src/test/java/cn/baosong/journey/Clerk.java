package cn.baosong.journey;

import cn.baosong.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/** Who works with the running office by its machine interface, with every role. */
public final class Clerk {
  private static final String PASSWORD = "journey-Only-1";

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  private final String user;
  private final String password;

  Clerk(int port) {
    this(port, "admin", PASSWORD);
  }

  Clerk(int port, String user, String password) {
    this.port = port;
    this.user = user;
    this.password = password;
  }

  /** What the office answers. */
  public record Answer(int status, JsonNode body) {}

  public JsonNode reads(String path) {
    Answer answer = send(request(path).GET());
    if (answer.status() != 200) {
      throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
    }
    return answer.body();
  }

  public List<JsonNode> lists(String path) {
    return StreamSupport.stream(reads(path).get("items").spliterator(), false).toList();
  }

  public Answer posts(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
  }

  public Answer puts(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
  }

  private HttpRequest.Builder request(String path) {
    String basic =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.US_ASCII));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
        .header("Authorization", "Basic " + basic);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), Json.mapper().readTree(response.body()));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
