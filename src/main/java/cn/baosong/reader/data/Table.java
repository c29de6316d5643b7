package cn.baosong.reader.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * One table: UTF-8 with or without byte order mark, comma separated without quoting, a line with #
 * is a comment, the first other line names the columns.
 */
record Table(String file, byte[] bytes) {

  /** The cells of one line, trimmed; missing ones are empty. */
  record Row(List<String> cells) {
    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  /**
   * Hands each row to a reader, which throws IllegalArgumentException (or DateTimeException) on a
   * fault.
   *
   * @throws InvalidReferenceData naming all faulty lines
   */
  void read(String columns, Consumer<Row> reader) {
    List<String> faults = new ArrayList<>();
    List<String> lines = text().lines().toList();
    boolean headed = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (!headed) {
        headed = true;
        check(line.equals(columns), "the columns must be " + columns);
        continue;
      }
      readRow(i + 1, line, reader, faults);
    }
    check(headed, "the columns must be " + columns);
    if (!faults.isEmpty()) {
      throw new InvalidReferenceData(file, faults);
    }
  }

  /** The name of the table and the start of its digest, to be stored with what was judged by it. */
  String version() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      String name = file.substring(file.lastIndexOf('/') + 1).replace(".csv", "");
      return name + "/" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void readRow(int number, String line, Consumer<Row> reader, List<String> faults) {
    try {
      reader.accept(new Row(Arrays.stream(line.split(",")).map(String::strip).toList()));
    } catch (IllegalArgumentException | java.time.DateTimeException fault) {
      faults.add("line " + number + ": " + fault.getMessage());
    }
  }

  private String text() {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw new InvalidReferenceData(file, List.of("is not UTF-8"));
    }
  }

  private void check(boolean right, String fault) {
    if (!right) {
      throw new InvalidReferenceData(file, List.of(fault));
    }
  }
}
