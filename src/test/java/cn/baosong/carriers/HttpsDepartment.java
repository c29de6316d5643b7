package cn.baosong.carriers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.digest.DigestUtils;

/** A department that takes cases by HTTPS and answers what it took. */
public final class HttpsDepartment implements AutoCloseable {
  public final List<String> asked = new CopyOnWriteArrayList<>();
  private final Path folder;
  private final OwnCertificate certificate;
  private final UnaryOperator<String> answer;
  private HttpsServer server;
  private int port;

  /**
   * @param answer what it says of the digest of what it took
   */
  public HttpsDepartment(Path folder, OwnCertificate certificate, UnaryOperator<String> answer)
      throws Exception {
    this.folder = Files.createDirectories(folder.resolve("https"));
    this.certificate = certificate;
    this.answer = answer;
    this.server = open();
  }

  public HttpsServer open() throws Exception {
    server = HttpsServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.serving()));
    server.createContext("/cases/", this::take);
    server.start();
    port = server.getAddress().getPort();
    return server;
  }

  private void take(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring("/cases/".length());
    asked.add(
        exchange.getRequestMethod()
            + " "
            + name
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    Path target = folder.resolve(name);
    try (InputStream body = exchange.getRequestBody()) {
      Files.copy(body, target, StandardCopyOption.REPLACE_EXISTING);
    }
    byte[] said =
        answer
            .apply(DigestUtils.sha256Hex(Files.readAllBytes(target)))
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(201, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  public int port() {
    return port;
  }

  public Path taken(String name) {
    return folder.resolve(name);
  }
}
