package cn.baosong.web.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of a call as a program sends it.
 *
 * @param files the texts of all that may be edited, by name; what is missing is to go
 * @param expectedVersion the entity tag that was read, unless If-Match says it
 */
record CallBody(
    @Nullable Map<String, @Nullable String> files,
    @Nullable String reason,
    @Nullable String expectedVersion) {

  /** What is there of the files; empty when none are sent. */
  Optional<Map<String, String>> texts() {
    if (files == null) {
      return Optional.empty();
    }
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach((name, text) -> texts.put(name, text == null ? "" : text));
    return Optional.of(texts);
  }
}
