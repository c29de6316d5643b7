package cn.baosong.cli;

import cn.baosong.json.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A JSON file that a person wrote for a command, with everything that is wrong with it told at
 * once: an unknown key is one that was misspelt.
 *
 * @param unknown keys that nothing reads
 * @param missing keys that are left out or wrong; whoever checks the body adds to it
 */
record StatedFile<T>(Path file, T body, List<String> unknown, List<String> missing) {

  static <T> StatedFile<T> read(Path file, Class<T> type) {
    List<String> unknown = new ArrayList<>();
    try {
      T body =
          Json.mapper().addHandler(new Stranger(unknown)).readValue(Files.readAllBytes(file), type);
      return new StatedFile<>(file, body, unknown, new ArrayList<>());
    } catch (JsonProcessingException wrong) {
      throw new Trouble(
          "文件 " + file + " 的 " + place(wrong) + " 读不出：" + wrong.getOriginalMessage(),
          "The file " + file + " cannot be read at " + place(wrong) + ".");
    } catch (NoSuchFileException none) {
      throw new Trouble("找不到 " + file + "。", "There is no file " + file + ".");
    } catch (IOException disk) {
      throw new Trouble("文件 " + file + " 读不出。", "The file " + file + " cannot be read.");
    }
  }

  /**
   * What the file says.
   *
   * @throws Trouble naming every key that is unknown, missing or wrong
   */
  T sound() {
    if (unknown.isEmpty() && missing.isEmpty()) {
      return body;
    }
    String zh = list("不认识的键：", unknown) + list("缺少或写错的键：", missing);
    String en = list("unknown: ", unknown) + list("missing or wrong: ", missing);
    throw new Trouble("文件 " + file + " 有误。" + zh, "The file " + file + " is wrong: " + en);
  }

  private static String list(String label, List<String> keys) {
    return keys.isEmpty() ? "" : label + String.join(", ", keys) + " ";
  }

  /** The property concerned, or the line where the text is no JSON at all. */
  private static String place(JsonProcessingException wrong) {
    String path =
        wrong instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[]" : part.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    return path.isEmpty() && wrong.getLocation() != null
        ? "line " + wrong.getLocation().getLineNr()
        : path;
  }

  private static final class Stranger extends DeserializationProblemHandler {
    private final List<String> unknown;

    Stranger(List<String> unknown) {
      this.unknown = unknown;
    }

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        JsonDeserializer<?> reader,
        Object bean,
        String name)
        throws IOException {
      String pointer = parser.getParsingContext().pathAsPointer().toString();
      unknown.add(pointer.substring(1).replace('/', '.'));
      parser.skipChildren();
      return true;
    }
  }
}
