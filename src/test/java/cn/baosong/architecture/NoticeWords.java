package cn.baosong.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the calls under {@code forms/} say and Java therefore must not: offices, people, mailboxes,
 * telephones, days, quotas, and the notices' own words wherever eight of them stand together.
 */
final class NoticeWords {
  private static final int WINDOW = 8;
  private static final Set<String> NAMES = Set.of("issuer", "name", "address", "title");
  private static final Set<String> QUOTED = Set.of("clause", "words", "consistency", "secrecy");
  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}（）〔〕“”、，。]{" + WINDOW + ",}");
  private static final Pattern COUNT = Pattern.compile("\\d+ ?[人名](?!\\p{IsHan}*省)");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern PHONE = Pattern.compile("\\d{7,11}");
  private static final Pattern MAILBOX = Pattern.compile("[\\w.]+@[\\w.]+");

  private final Set<String> said = new TreeSet<>();
  private final Set<String> windows = new TreeSet<>();

  static NoticeWords of(Path forms) {
    NoticeWords words = new NoticeWords();
    try (Stream<Path> files = Files.walk(forms, 2)) {
      for (Path file : files.filter(f -> f.endsWith("call.yaml")).toList()) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        words.figures(text);
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        words.collect("", new ObjectMapper().valueToTree(tree));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  int size() {
    return said.size() + windows.size();
  }

  /** What a source says that only a notice may say. */
  Set<String> within(String source) {
    Set<String> found = new TreeSet<>();
    said.stream().filter(source::contains).forEach(found::add);
    Matcher run = HAN.matcher(source);
    while (run.find()) {
      slices(run.group()).filter(windows::contains).forEach(found::add);
    }
    return found;
  }

  private void collect(String key, JsonNode node) {
    if (node.isTextual()) {
      text(key, node.asText());
    }
    node.properties().forEach(child -> collect(child.getKey(), child.getValue()));
    node.elements().forEachRemaining(child -> collect(node.isArray() ? key : "", child));
  }

  private void text(String key, String text) {
    if (NAMES.contains(key) || QUOTED.contains(key)) {
      Matcher run = HAN.matcher(text);
      while (run.find()) {
        slices(run.group()).forEach(windows::add);
      }
    }
    if (QUOTED.contains(key)) {
      all(COUNT, text);
    }
    if (key.equals("number")) {
      said.add(text);
    }
    if (key.equals("contact")) {
      said.addAll(List.of(text.split("\\s+")));
    }
  }

  private void figures(String text) {
    all(PHONE, text);
    all(MAILBOX, text);
    Matcher day = DAY.matcher(text);
    while (day.find()) {
      days(LocalDate.parse(day.group()));
    }
  }

  private void all(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      said.add(matcher.group());
    }
  }

  private void days(LocalDate day) {
    said.add(day.toString());
    said.add(day.format(DateTimeFormatter.BASIC_ISO_DATE));
    said.add(
        "LocalDate.of(%d, %d, %d)"
            .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
    said.add("%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
  }

  private static Stream<String> slices(String run) {
    return Stream.iterate(0, i -> i + WINDOW <= run.length(), i -> i + 1)
        .map(i -> run.substring(i, i + WINDOW));
  }

  static List<Path> sources(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
