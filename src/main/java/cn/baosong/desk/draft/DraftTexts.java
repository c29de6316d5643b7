package cn.baosong.desk.draft;

import cn.baosong.desk.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a client may send as the files of a call. */
final class DraftTexts {
  private static final int MOST_BYTES = 1 << 20;

  private DraftTexts() {}

  /**
   * The editable ones, in their order.
   *
   * @throws Refusal when a name is not on the closed list, or a text is too large or no text
   */
  static Map<String, String> checked(Map<String, String> files, Optional<CallFiles> standing) {
    files.forEach((name, text) -> check(name, text, standing));
    Map<String, String> checked = new LinkedHashMap<>();
    FileNames.editable().stream()
        .filter(files::containsKey)
        .forEach(name -> checked.put(name, files.getOrDefault(name, "")));
    return checked;
  }

  private static void check(String name, String text, Optional<CallFiles> standing) {
    if (name.equals(FileNames.SETTLEMENTS)) {
      settled(text, standing);
    } else if (!FileNames.isEditable(name)) {
      throw Refusal.invalid(
          "files",
          "不收这个文件名。可以写的文件：" + String.join("、", FileNames.editable()),
          "There is no such file in a call; there are: " + String.join(", ", FileNames.editable()));
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Refusal.invalid("files." + name, name + " 超过 1 MB。", name + " is larger than 1 MB.");
    }
    if (!isText(text)) {
      throw Refusal.invalid(
          "files." + name, name + " 里有不能保存的字符。", name + " holds what is no character.");
    }
  }

  private static void settled(String text, Optional<CallFiles> standing) {
    String now = standing.map(s -> s.texts().getOrDefault(FileNames.SETTLEMENTS, "")).orElse("");
    if (!text.equals(now)) {
      throw Refusal.invalid(
          "files." + FileNames.SETTLEMENTS,
          "认定不能当文件改，请在通知页认定。",
          "What is settled is not edited as a file; settle it with POST …/settlements.");
    }
  }

  private static boolean isText(String text) {
    return text.codePoints()
        .allMatch(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE));
  }
}
