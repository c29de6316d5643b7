package cn.baosong.reader.units;

import java.util.Locale;
import java.util.Map;

/** The headings of the registry, and what offices call them in Chinese. */
final class UnitColumns {
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("单位代码", "code"),
          Map.entry("统一社会信用代码", "code"),
          Map.entry("单位名称", "name"),
          Map.entry("名称", "name"),
          Map.entry("别名", "aliases"),
          Map.entry("简称", "aliases"),
          Map.entry("单位类别", "kind"),
          Map.entry("类别", "kind"),
          Map.entry("电子邮箱", "email"),
          Map.entry("邮箱", "email"),
          Map.entry("联系人", "contact"),
          Map.entry("联系电话", "phone"),
          Map.entry("电话", "phone"),
          Map.entry("备注", "note"));

  private UnitColumns() {}

  /** The registry's own word for a heading. */
  static String key(String heading) {
    String plain = heading.strip().toLowerCase(Locale.ROOT);
    return CHINESE.getOrDefault(plain, plain);
  }
}
