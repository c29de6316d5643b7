package cn.baosong.camel.delivery;

import cn.baosong.camel.Facts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * What a transfer by HTTP says of the case, and what the answer has to say of it: RFC 9530 gives
 * both sides a field for the digest.
 */
public final class HttpProof {
  private static final List<String> ANSWERED = List.of("Repr-Digest", "Content-Digest");
  private static final int LONGEST = 16_384;

  /**
   * The fields of the request: the digest, and a key by which a repetition is known as one.
   *
   * @param token for {@code Authorization: Bearer}; none is sent when it is empty
   */
  public void announce(Exchange exchange, String token) {
    Message request = exchange.getMessage();
    request.setHeader(Exchange.HTTP_METHOD, "PUT");
    request.setHeader(Exchange.HTTP_PATH, exchange.getVariable(Facts.NAME, String.class));
    request.setHeader(Exchange.CONTENT_TYPE, "application/zip");
    request.setHeader("Content-Digest", field(digest(exchange)));
    request.setHeader("Idempotency-Key", exchange.getVariable(Facts.NAME, String.class));
    if (!token.isBlank()) {
      request.setHeader("Authorization", "Bearer " + token.strip());
    }
  }

  /**
   * Holds the answer against what was sent: it names the digest in a field, or in hexadecimal in
   * its text.
   *
   * @throws IOException when it names none, or another
   */
  public void prove(Exchange exchange) throws IOException {
    String digest = digest(exchange);
    Message answer = exchange.getMessage();
    boolean named =
        ANSWERED.stream()
            .flatMap(name -> Optional.ofNullable(answer.getHeader(name, String.class)).stream())
            .anyMatch(field -> field.contains(field(digest)));
    if (!named && !text(answer).contains(digest)) {
      throw new IOException(
          "对方已应答，但没有回送这份材料的 SHA-256，不能算送达。 The answer does not name the digest of the case: "
              + digest);
    }
  }

  private static String text(Message answer) throws IOException {
    try (var body = answer.getBody(java.io.InputStream.class)) {
      return body == null
          ? ""
          : new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }
  }

  private static String digest(Exchange exchange) {
    return exchange.getVariable(Facts.DIGEST, String.class);
  }

  private static String field(String hex) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) + ":";
  }
}
