package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Reads YAML by its events, so that no tag can name a class, anchors cannot blow up, and every key
 * keeps its line.
 */
final class YamlSource {
  private static final int MAX_CHARACTERS = 1 << 20;

  private YamlSource() {}

  /** The tree of a YAML file; a file that cannot be read gives a fault and an empty tree. */
  static Source read(String file, byte[] bytes, Faults faults) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      faults.add(new CallFault(file, 0, "", "文件不是 UTF-8 编码，请另存为 UTF-8", "the file is not UTF-8"));
      return Source.absent(file);
    }
    Map<String, Integer> lines = new HashMap<>();
    try {
      Iterator<Event> events = yaml().parse(new java.io.StringReader(stripMark(text))).iterator();
      JsonNode root = new YamlTree(file, events, lines, faults).read();
      return new Source(file, root, lines);
    } catch (MarkedYAMLException e) {
      faults.add(syntax(file, e));
    } catch (YAMLException e) {
      faults.add(new CallFault(file, 0, "", "不是有效的 YAML：" + e.getMessage(), "not valid YAML"));
    }
    return new Source(file, MissingNode.getInstance(), lines);
  }

  private static Yaml yaml() {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MAX_CHARACTERS);
    DumperOptions unused = new DumperOptions();
    return new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits);
  }

  private static CallFault syntax(String file, MarkedYAMLException e) {
    int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
    int column = e.getProblemMark() == null ? 0 : e.getProblemMark().getColumn() + 1;
    return new CallFault(
        file,
        line,
        "",
        "YAML 写法有误（第 " + line + " 行第 " + column + " 列）：请检查缩进、冒号后的空格和引号",
        "not valid YAML: " + e.getProblem());
  }

  private static String stripMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
