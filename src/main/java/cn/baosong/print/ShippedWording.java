package cn.baosong.print;

import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Loads the wording that ships with the office ({@code /notices} and the messages in Chinese). */
public final class ShippedWording {
  private ShippedWording() {}

  /**
   * @throws IllegalArgumentException when a template or phrase is missing or faulty
   */
  public static Wording load() {
    Map<LetterKind, String> templates = new EnumMap<>(LetterKind.class);
    for (LetterKind kind : LetterKind.values()) {
      templates.put(kind, text("/notices/" + kind + ".txt"));
    }
    Map<String, String> phrases = new HashMap<>(properties("/messages_zh_CN.properties"));
    phrases.putAll(properties("/notices/phrases.properties"));
    return new Wording(templates, phrases);
  }

  private static String text(String resource) {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> properties(String resource) {
    Properties words = new Properties();
    try (Reader in = new InputStreamReader(open(resource), StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> map = new HashMap<>();
    words.stringPropertyNames().forEach(key -> map.put(key, words.getProperty(key)));
    return map;
  }

  private static InputStream open(String resource) {
    InputStream in = ShippedWording.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalArgumentException("not on the class path: " + resource);
    }
    return in;
  }
}
