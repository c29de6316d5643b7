package cn.baosong.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Whole records as one line of JSON. */
final class Docs {
  private final ObjectWriter writer;
  private final ObjectReader reader;

  Docs(ObjectMapper mapper) {
    // a line of the journal is a line
    this.writer = mapper.writer().without(SerializationFeature.INDENT_OUTPUT);
    this.reader = mapper.reader();
  }

  String write(Object state) {
    try {
      return wellFormed(writer.writeValueAsString(state));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a " + state.getClass().getSimpleName() + " as JSON", e);
    }
  }

  <T> T read(String doc, Class<T> type) {
    try {
      return reader.forType(type).readValue(doc);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored " + type.getSimpleName() + " is unreadable", e);
    }
  }

  /**
   * The same JSON with half surrogate pairs, which a sender's file name may hold and UTF-8 cannot,
   * as escapes: outside strings JSON has none, so the meaning stays.
   */
  static String wellFormed(String json) {
    StringBuilder escaped = null;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < json.length()
              && Character.isLowSurrogate(json.charAt(i + 1));
      if (escaped == null && Character.isSurrogate(c) && !pair) {
        escaped = new StringBuilder(json.length() + 16).append(json, 0, i);
      }
      if (escaped != null) {
        appendTo(escaped, json, i, pair);
      }
      i += pair ? 1 : 0;
    }
    return escaped == null ? json : escaped.toString();
  }

  private static void appendTo(StringBuilder escaped, String json, int i, boolean pair) {
    char c = json.charAt(i);
    if (pair) {
      escaped.append(c).append(json.charAt(i + 1));
    } else if (Character.isSurrogate(c)) {
      escaped.append(String.format("\\u%04x", (int) c));
    } else {
      escaped.append(c);
    }
  }
}
