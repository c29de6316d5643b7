package cn.baosong.reader.call;

import cn.baosong.core.call.Choice;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code settlements.yaml}: a line for each ambiguity, its values as JSON. */
final class SettlementFile {
  private static final String HEAD = "# 网页上认定的读法，由系统写入；盖过 call.yaml 里的。Written by the office.\n";
  private static final ObjectMapper JSON = new ObjectMapper();

  private SettlementFile() {}

  /** What stands, with a choice in the place of an earlier one for the same ambiguity. */
  static byte[] with(Choice choice, List<Choice> standing) {
    List<Choice> all = new ArrayList<>(standing);
    all.removeIf(earlier -> earlier.ambiguity().equals(choice.ambiguity()));
    all.add(choice);
    StringBuilder yaml = new StringBuilder(HEAD);
    all.forEach(each -> yaml.append(line(each)).append('\n'));
    return yaml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(Choice choice) {
    ObjectNode values = JSON.createObjectNode();
    values.put("reading", choice.reading().orElse(null));
    values.put("by", choice.by());
    values.put("on", choice.on().toString());
    values.put("reason", choice.reason());
    return JSON.getNodeFactory().textNode(choice.ambiguity()) + ": " + values;
  }

  static void write(Path folder, byte[] bytes) {
    try {
      DurableFile.write(folder.resolve(CallFolder.SETTLEMENTS), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the settlements of " + folder, e);
    }
  }
}
