package cn.baosong.reader.bag;

import cn.baosong.reader.archive.Entry;
import cn.baosong.reader.bag.BagFault.Kind;
import cn.baosong.reader.text.TextBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text files of a bag (RFC 8493, 2.1.1 and 2.2.2). */
final class TagFile {
  /** A manifest of 20,000 files with long names has some 6 MB. */
  private static final long MAX_BYTES = 16L << 20;

  private static final Pattern LINE = Pattern.compile("([^:\\s][^:]*?)[ \\t]*:[ \\t]*(.*)");
  private static final Pattern BREAK = Pattern.compile("\\r\\n|\\r|\\n");
  private static final Set<String> GB = Set.of("gb18030", "gbk", "gb2312", "cp936");

  private TagFile() {}

  /** The lines of a tag file; a fault when it is too large or not in its charset. */
  static List<String> lines(Entry file, String charset, List<BagFault> faults) throws IOException {
    if (file.size() > MAX_BYTES) {
      faults.add(BagFault.of(Kind.MALFORMED, file.path(), "过大", "is too large"));
      return List.of();
    }
    byte[] bytes = Files.readAllBytes(file.extracted());
    boolean gb = GB.contains(charset.toLowerCase(Locale.ROOT));
    Optional<String> text = gb ? TextBytes.gb18030(bytes) : TextBytes.utf8(bytes);
    if (text.isEmpty()) {
      faults.add(BagFault.of(Kind.MALFORMED, file.path(), "不是 UTF-8 编码", "is not in UTF-8"));
      return List.of();
    }
    return BREAK.splitAsStream(text.get()).filter(l -> !l.isBlank()).toList();
  }

  /** "Label: value" lines; a line that starts with a blank continues the one before. */
  static Map<String, List<String>> labels(Entry file, List<String> lines, List<BagFault> faults) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    List<String> last = new ArrayList<>();
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (Character.isWhitespace(line.charAt(0)) && !last.isEmpty()) {
        last.set(last.size() - 1, last.get(last.size() - 1) + " " + line.strip());
      } else if (matcher.matches()) {
        last = labels.computeIfAbsent(matcher.group(1), label -> new ArrayList<>());
        last.add(matcher.group(2).strip());
      } else {
        faults.add(
            BagFault.of(
                Kind.MALFORMED, file.path(), "有不合规范的行", "has a line that is no label and value"));
        return labels;
      }
    }
    return labels;
  }
}
