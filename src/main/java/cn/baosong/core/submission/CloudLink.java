package cn.baosong.core.submission;

import java.util.Optional;

/**
 * A file that a mail names without enclosing it: an oversized attachment (超大附件) or a link to a
 * cloud disk. It was not sent; whoever opens the link later gets something else, or nothing.
 *
 * @param provider who keeps the file
 * @param name of the file, as the mail shows it
 * @param size as the mail shows it, such as 2.31G
 * @param expiry as the mail shows it, such as 2023年5月21日 23:59
 * @param address where it lies; never visited by the office
 */
public record CloudLink(
    Provider provider,
    Optional<String> name,
    Optional<String> size,
    Optional<String> expiry,
    String address) {
  private static final int LONGEST = 300;
  private static final int LONGEST_ADDRESS = 1000;

  public CloudLink {
    name = name.map(n -> Brief.of(n, LONGEST));
    size = size.map(s -> Brief.of(s, LONGEST));
    expiry = expiry.map(e -> Brief.of(e, LONGEST));
    address = Brief.of(address, LONGEST_ADDRESS);
  }

  /** Who keeps such files; the names are those that people know them by. */
  public enum Provider {
    QQ("QQ邮箱超大附件"),
    NETEASE("网易邮箱超大附件"),
    SINA("新浪邮箱超大附件"),
    ALIYUN("阿里邮箱超大附件"),
    MAIL_139("139邮箱超大附件"),
    BAIDU("百度网盘"),
    WEIYUN("腾讯微云"),
    TENCENT_DOCS("腾讯文档"),
    ALIYUN_DRIVE("阿里云盘"),
    QUARK("夸克网盘"),
    CLOUD_189("天翼云盘"),
    CLOUD_123("123云盘"),
    LANZOU("蓝奏云"),
    WPS("金山文档"),
    OTHER("网络存储");

    private final String chinese;

    Provider(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }
}
