package cn.baosong.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The journal as it lies on disk, its chain reckoned anew.
 *
 * @param torn whether the last file ends in less than a line, as a crash may leave it
 */
record Chain(List<Line> lines, List<String> faults, boolean torn) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HASH = ",\"hash\":\"";
  private static final String DOC = ",\"doc\":";

  /**
   * @param doc the record as text
   * @param node the whole line
   */
  record Line(long seq, String doc, String hash, JsonNode node) {
    String text(String field) {
      return node.path(field).asText();
    }

    JsonNode state() {
      return node.path("doc");
    }
  }

  static Chain of(Path home) throws IOException {
    List<Path> files;
    Path journal = home.resolve("journal");
    if (!Files.isDirectory(journal)) {
      return new Chain(List.of(), List.of(), false);
    }
    try (Stream<Path> all = Files.list(journal)) {
      files = all.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
    }
    List<Line> lines = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    boolean torn = false;
    for (Path file : files) {
      if (torn) {
        faults.add("journal: a torn line stands before " + file.getFileName());
      }
      torn = read(Files.readString(file, StandardCharsets.UTF_8), lines, faults);
    }
    return new Chain(lines, faults, torn);
  }

  private static boolean read(String text, List<Line> lines, List<String> faults)
      throws IOException {
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      String line = text.substring(from, end);
      from = end + 1;
      int hashAt = line.lastIndexOf(HASH);
      if (hashAt < 0) {
        faults.add("journal: line after " + lines.size() + " has no hash");
        return false;
      }
      lines.add(parse(line, hashAt, lines, faults));
    }
    return from < text.length();
  }

  private static Line parse(String line, int hashAt, List<Line> before, List<String> faults)
      throws IOException {
    String body = line.substring(0, hashAt) + "}";
    String hash = line.substring(hashAt + HASH.length(), line.length() - 2);
    JsonNode node = JSON.readTree(body);
    long seq = node.path("seq").asLong();
    String previous = before.isEmpty() ? "" : before.get(before.size() - 1).hash();
    if (!Sha.of(body).equals(hash)) {
      faults.add("journal: line " + seq + " is not what its hash says");
    }
    if (seq != before.size() + 1) {
      faults.add("journal: line " + seq + " stands at place " + (before.size() + 1));
    }
    if (!node.path("previous").asText().equals(previous)) {
      faults.add("journal: line " + seq + " does not follow the line before it");
    }
    return new Line(
        seq, body.substring(body.indexOf(DOC) + DOC.length(), body.length() - 1), hash, node);
  }

  /** The last line of each record of a kind, such as {@code SUBMISSION}, by its key. */
  Map<String, Line> latest(String record) {
    Map<String, Line> latest = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line.text("record").equals(record)) {
        latest.put(line.text("subject"), line);
      }
    }
    return latest;
  }
}
