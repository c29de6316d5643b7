package cn.baosong.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * One numbered event as a line of the journal. Its hash is the SHA-256 of the line without the
 * hash, which holds the hash of the line before: who changes one line must change all that follow.
 *
 * @param seq 1, 2, 3 … without a gap
 * @param previous hash of the line before; empty for the first
 */
record JournalLine(long seq, Event event, String previous) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int HASH_LENGTH = ",\"hash\":\"\"}".length() + 64;

  /**
   * An event as its row has it.
   *
   * @param at when, by the office's clock, in microseconds
   * @param doc the record's new state, JSON as stored
   */
  record Event(
      UUID id,
      Instant at,
      String kind,
      Table table,
      String subject,
      String actor,
      String reason,
      String doc) {}

  /** A line as read, with the hash that it bears. */
  record Read(JournalLine line, String hash) {}

  /** The line as it is written, without its end, and the hash in it. */
  record Sealed(String text, String hash) {}

  Sealed seal() {
    String body = body();
    String hash = sha256(body);
    return new Sealed(body.substring(0, body.length() - 1) + ",\"hash\":\"" + hash + "\"}", hash);
  }

  private String body() {
    StringBuilder body = new StringBuilder(event.doc().length() + 400).append("{\"seq\":");
    body.append(seq);
    field(body, "id", event.id().toString());
    field(body, "at", event.at().toString());
    field(body, "kind", event.kind());
    field(body, "record", event.table().name());
    field(body, "subject", event.subject());
    field(body, "actor", event.actor());
    field(body, "reason", event.reason());
    field(body, "previous", previous);
    return body.append(",\"doc\":").append(event.doc()).append('}').toString();
  }

  private static void field(StringBuilder body, String name, String value) {
    body.append(",\"").append(name).append("\":\"");
    JsonStringEncoder.getInstance().quoteAsString(value, body);
    body.append('"');
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Columns.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * @throws IOException when it is no whole line of a journal, or its hash is not its own
   */
  static Read parse(String text) throws IOException {
    int end = text.length() - HASH_LENGTH;
    if (end < 0 || !text.startsWith(",\"hash\":\"", end)) {
      throw new IOException("not a whole line of a journal");
    }
    String hash = text.substring(end + 9, end + 73);
    String body = text.substring(0, end) + "}";
    if (!sha256(body).equals(hash)) {
      throw new IOException("a line of the journal was changed");
    }
    return new Read(fields(body), hash);
  }

  private static JournalLine fields(String body) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = JSON.createParser(body)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        if (name.equals("doc")) {
          int start = (int) json.currentTokenLocation().getCharOffset();
          fields.put(name, body.substring(start, body.length() - 1));
          break;
        }
        fields.put(name, json.getText());
      }
    }
    return of(fields);
  }

  private static JournalLine of(Map<String, String> fields) throws IOException {
    try {
      Event event =
          new Event(
              UUID.fromString(fields.getOrDefault("id", "")),
              Instant.parse(fields.getOrDefault("at", "")),
              fields.getOrDefault("kind", ""),
              Table.valueOf(fields.getOrDefault("record", "")),
              fields.getOrDefault("subject", ""),
              fields.getOrDefault("actor", ""),
              fields.getOrDefault("reason", ""),
              fields.getOrDefault("doc", ""));
      long seq = Long.parseLong(fields.getOrDefault("seq", ""));
      return new JournalLine(seq, event, fields.getOrDefault("previous", ""));
    } catch (RuntimeException e) {
      throw new IOException("a line of the journal lacks what it must have", e);
    }
  }
}
