package cn.baosong.cli;

import cn.baosong.json.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.Writer;

/** What {@code --json} prints. */
final class Output {
  private static final ObjectMapper MAPPER =
      Json.mapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Output() {}

  /** For a report too long to be held whole. */
  static JsonGenerator generator(Writer to) throws IOException {
    return MAPPER.createGenerator(to).useDefaultPrettyPrinter();
  }

  static String json(Object report) {
    try {
      return MAPPER.writeValueAsString(report) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report is plain data", e);
    }
  }
}
