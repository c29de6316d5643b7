package cn.baosong.reader.mail;

import cn.baosong.core.submission.CloudLink;
import cn.baosong.core.submission.CloudLink.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that a letter names without enclosing them: links to the oversized attachments of the mail
 * providers and to cloud disks, by host and path, with the name, size and expiry that stand by.
 */
final class CloudLinks {
  private static final int MOST = 20;
  private static final int BEFORE = 160;
  private static final int AFTER = 120;

  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s<>\"'，。；）)】]{4,1000}");

  /** The letter that is quoted below one's own words. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?m)^\\s*(>|-{2,}\\s*(原始邮件|回复的邮件|Original( Message)?|转发)|在.{0,80}写道[:：]|On .{0,120} wrote:)");

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)([^\\s\\\\/:*?\"<>|：，,;；（(]{1,120}[.．](?:zip|rar|7z|tar|gz|tgz|pdf|docx?|xlsx?|pptx?|wps|et|ofd|rpu|iso|jpe?g|png|tiff?|mp4|eml|bag))");

  private static final Pattern SIZE =
      Pattern.compile("(?i)(?<![\\w.])(\\d+(?:\\.\\d+)?\\s?(?:GB|MB|KB|G|M|K|字节))(?![\\w])");

  private static final Pattern EXPIRY =
      Pattern.compile(
          "((?:20\\d\\d[年\\-/.])?\\d{1,2}[月\\-/.]\\d{1,2}日?(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?)\\s*(?:到期|过期|失效|前有效)"
              + "|(?:有效期|到期时间|过期时间|失效时间|截止时间)(?:至|到)?\\s*[:：]?\\s*((?:20\\d\\d[年\\-/.])?\\d{1,2}[月\\-/.]\\d{1,2}日?(?:\\s*\\d{1,2}:\\d{2})?|\\d{1,3}\\s*天|永久|无限期)"
              + "|((?:无限期|永久有效)|\\d{1,3}\\s*天(?:后)?(?:有效|到期|过期|失效))");

  /** Hosts in lower case, each with the beginnings of the paths that hold files. */
  private static final Map<String, Provider> PLACES = places();

  private final Map<String, CloudLink> found = new LinkedHashMap<>();

  private static Map<String, Provider> places() {
    Map<String, Provider> places = new LinkedHashMap<>();
    places.put("mail.qq.com/cgi-bin/ftn", Provider.QQ);
    places.put("mail.qq.com/ftn/", Provider.QQ);
    places.put("exmail.qq.com/cgi-bin/ftn", Provider.QQ);
    places.put("exmail.qq.com/ftn/", Provider.QQ);
    places.put("dashi.163.com/", Provider.NETEASE);
    places.put("u.163.com/", Provider.NETEASE);
    places.put("fs.163.com/", Provider.NETEASE);
    places.put("mail.163.com/large-attachment", Provider.NETEASE);
    places.put("mail.126.com/large-attachment", Provider.NETEASE);
    places.put("mail.yeah.net/large-attachment", Provider.NETEASE);
    places.put("qiye.163.com/large-attachment", Provider.NETEASE);
    places.put("netdisk.mail.163.com/", Provider.NETEASE);
    places.put("mail.sina.com.cn/filecenter", Provider.SINA);
    places.put("mail.sina.cn/filecenter", Provider.SINA);
    places.put("mail.aliyun.com/alimail/ajax/netstorage", Provider.ALIYUN);
    places.put("mail.aliyun.com/alimail/openlinks", Provider.ALIYUN);
    places.put("netdisk.aliyun.com/", Provider.ALIYUN);
    places.put("mail.10086.cn/drive", Provider.MAIL_139);
    places.put("disk.mail.10086.cn/", Provider.MAIL_139);
    places.put("yun.139.com/", Provider.MAIL_139);
    places.put("caiyun.139.com/", Provider.MAIL_139);
    places.put("pan.baidu.com/", Provider.BAIDU);
    places.put("yun.baidu.com/", Provider.BAIDU);
    places.put("share.weiyun.com/", Provider.WEIYUN);
    places.put("docs.qq.com/", Provider.TENCENT_DOCS);
    places.put("alipan.com/s/", Provider.ALIYUN_DRIVE);
    places.put("aliyundrive.com/s/", Provider.ALIYUN_DRIVE);
    places.put("pan.quark.cn/", Provider.QUARK);
    places.put("cloud.189.cn/", Provider.CLOUD_189);
    places.put("123pan.com/s/", Provider.CLOUD_123);
    places.put("lanzou", Provider.LANZOU);
    places.put("kdocs.cn/", Provider.WPS);
    places.put("wenshushu.cn/", Provider.OTHER);
    places.put("cowtransfer.com/", Provider.OTHER);
    places.put("onedrive.live.com/", Provider.OTHER);
    places.put("1drv.ms/", Provider.OTHER);
    places.put("drive.google.com/", Provider.OTHER);
    places.put("wetransfer.com/", Provider.OTHER);
    return places;
  }

  List<CloudLink> all() {
    return List.copyOf(found.values());
  }

  /** Looks through a letter in HTML. */
  void read(HtmlText html) {
    for (HtmlText.Link link : html.links()) {
      provider(link.address())
          .ifPresent(
              by ->
                  add(
                      by,
                      link.address(),
                      name(link.text()).or(() -> name(link.around())),
                      link.around()));
    }
  }

  /** Looks through a letter in plain text, up to the letter that it quotes. */
  void read(String text) {
    Matcher quoted = QUOTED.matcher(text);
    String own = quoted.find() ? text.substring(0, quoted.start()) : text;
    Matcher address = ADDRESS.matcher(own);
    while (address.find() && found.size() < MOST) {
      String before = own.substring(Math.max(0, address.start() - BEFORE), address.start());
      String after = own.substring(address.end(), Math.min(own.length(), address.end() + AFTER));
      String link = address.group();
      provider(link)
          .ifPresent(
              by -> add(by, link, lastName(before).or(() -> name(after)), before + " " + after));
    }
  }

  private void add(Provider provider, String address, Optional<String> name, String around) {
    String key = name.map(n -> provider + " " + n).orElse(address);
    boolean known = found.values().stream().anyMatch(l -> l.address().equals(address));
    if (found.size() < MOST && (name.isPresent() || !known)) {
      CloudLink link =
          new CloudLink(provider, name, first(SIZE, around), first(EXPIRY, around), address);
      found.merge(key, link, CloudLinks::fuller);
      found
          .values()
          .removeIf(l -> l.name().isEmpty() && name.isPresent() && l.address().equals(address));
    }
  }

  private static CloudLink fuller(CloudLink one, CloudLink other) {
    return new CloudLink(
        one.provider(),
        one.name(),
        one.size().or(other::size),
        one.expiry().or(other::expiry),
        one.address());
  }

  static Optional<Provider> provider(String address) {
    String lower = address.toLowerCase(Locale.ROOT).strip();
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      return Optional.empty();
    }
    String place = lower.substring(lower.indexOf("//") + 2);
    return PLACES.entrySet().stream()
        .filter(known -> isAt(place, known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean isAt(String place, String known) {
    int slash = place.indexOf('/');
    String host = slash < 0 ? place : place.substring(0, slash);
    if (!known.contains("/")) {
      return host.startsWith(known) || host.contains("." + known);
    }
    String path = slash < 0 ? "/" : place.substring(slash);
    String knownHost = known.substring(0, known.indexOf('/'));
    return (host.equals(knownHost) || host.endsWith("." + knownHost))
        && path.startsWith(known.substring(known.indexOf('/')));
  }

  private static Optional<String> name(String text) {
    Matcher name = NAME.matcher(text);
    return name.find() ? Optional.of(name.group(1)) : Optional.empty();
  }

  private static Optional<String> lastName(String text) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      names.add(name.group(1));
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return Optional.of(found.group(group).strip());
      }
    }
    return Optional.empty();
  }
}
