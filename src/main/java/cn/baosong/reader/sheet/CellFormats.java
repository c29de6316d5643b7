package cn.baosong.reader.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xml.sax.Attributes;

/** {@code xl/styles.xml}: which cell styles show their number as a date. */
final class CellFormats extends XmlPart {
  private final Map<Integer, String> codes = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();
  private boolean cellStyles;

  /** The date format of a style, if it has one. */
  Optional<String> dateFormat(int style) {
    if (style < 0 || style >= styles.size()) {
      return Optional.empty();
    }
    int number = styles.get(style);
    return DateFormats.of(number, Optional.ofNullable(codes.get(number)));
  }

  @Override
  void start(String element, Attributes attributes) {
    switch (element) {
      case "cellXfs" -> cellStyles = true;
      case "cellStyles", "dxfs", "cellStyleXfs" -> cellStyles = false;
      case "numFmt" -> {
        String code = attributes.getValue("formatCode");
        if (code != null) {
          codes.putIfAbsent(number(attributes, "numFmtId"), code);
        }
      }
      case "xf" -> {
        if (cellStyles) {
          styles.add(number(attributes, "numFmtId"));
        }
      }
      default -> {}
    }
  }

  static int number(Attributes attributes, String name) {
    String value = attributes.getValue(name);
    return value != null && value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
  }
}
