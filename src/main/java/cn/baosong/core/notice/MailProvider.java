package cn.baosong.core.notice;

import java.util.Locale;
import java.util.Map;

/** Which mail system an address belongs to: the pace is kept with a system, not with a domain. */
public final class MailProvider {
  private static final Map<String, String> SYSTEMS =
      Map.ofEntries(
          Map.entry("foxmail.com", "qq.com"),
          Map.entry("vip.qq.com", "qq.com"),
          Map.entry("126.com", "163.com"),
          Map.entry("yeah.net", "163.com"),
          Map.entry("188.com", "163.com"),
          Map.entry("vip.163.com", "163.com"),
          Map.entry("vip.126.com", "163.com"),
          Map.entry("sina.cn", "sina.com"),
          Map.entry("sina.com.cn", "sina.com"),
          Map.entry("vip.sina.com", "sina.com"),
          Map.entry("vip.sina.cn", "sina.com"));

  private MailProvider() {}

  /** The system's best known domain, else the address's own, in lower case. */
  public static String of(String address) {
    String domain =
        address.substring(address.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
    return SYSTEMS.getOrDefault(domain, domain);
  }
}
