package cn.baosong.reader.sheet;

import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** Knows which number formats make a number a date. */
final class DateFormats {
  /**
   * Formats that Chinese Excel and WPS use by number alone (ECMA-376 part 1, 18.8.30, zh-cn); the
   * library takes them for numbers, and 1985年7月1日 for 31229.
   */
  private static final Map<Integer, String> CHINESE =
      Map.ofEntries(
          Map.entry(27, "yyyy年m月"),
          Map.entry(28, "m月d日"),
          Map.entry(29, "m月d日"),
          Map.entry(30, "m-d-yy"),
          Map.entry(31, "yyyy年m月d日"),
          Map.entry(32, "h时mm分"),
          Map.entry(33, "h时mm分ss秒"),
          Map.entry(34, "h时mm分"),
          Map.entry(35, "h时mm分ss秒"),
          Map.entry(36, "yyyy年m月"),
          Map.entry(50, "yyyy年m月"),
          Map.entry(51, "m月d日"),
          Map.entry(52, "yyyy年m月"),
          Map.entry(53, "m月d日"),
          Map.entry(54, "m月d日"),
          Map.entry(55, "h时mm分"),
          Map.entry(56, "h时mm分ss秒"),
          Map.entry(57, "yyyy年m月"),
          Map.entry(58, "m月d日"));

  private DateFormats() {}

  /**
   * @param code the format as written in the workbook, where it is written there
   * @return the format, if it is one of dates or times
   */
  static Optional<String> of(int number, Optional<String> code) {
    String format =
        code.orElseGet(
            () ->
                CHINESE.getOrDefault(
                    number,
                    Optional.ofNullable(BuiltinFormats.getBuiltinFormat(number)).orElse("")));
    return CHINESE.containsValue(format) || DateUtil.isADateFormat(number, format)
        ? Optional.of(format)
        : Optional.empty();
  }
}
