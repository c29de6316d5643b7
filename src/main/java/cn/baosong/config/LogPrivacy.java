package cn.baosong.config;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Hides in every text of a structured log what tells of a person by its shape, whoever wrote it,
 * the message of a library's exception too: identity numbers, mobile numbers, mail addresses. The
 * plain log hides the same by its patterns.
 */
public final class LogPrivacy implements StructuredLoggingJsonMembersCustomizer<Object> {
  private static final Pattern PERSONAL =
      Pattern.compile(
          "\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d+[Xx]?"
              + "|(?<!\\d)1[3-9]\\d\\d\\d\\d\\d\\d\\d\\d\\d(?!\\d)"
              + "|[\\w.+-]+@[\\w-]+[.][\\w.-]+");

  @Override
  public void customize(JsonWriter.Members<Object> members) {
    members.applyingValueProcessor(ValueProcessor.of(String.class, LogPrivacy::hidden));
  }

  static String hidden(String text) {
    return PERSONAL.matcher(text).replaceAll("***");
  }
}
