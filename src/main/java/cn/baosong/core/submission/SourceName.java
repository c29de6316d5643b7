package cn.baosong.core.submission;

import java.util.Optional;

/**
 * What says when a delivery came, as it is kept with its evidence: a name that programs know, and
 * of a stamp who set it.
 *
 * @param name such as {@code INTERNALDATE}, {@code first seen} or {@code Received}
 */
public record SourceName(String name, Optional<String> by) {
  private static final String STAMP = "Received by ";

  public static SourceName of(String source) {
    return source.startsWith(STAMP)
        ? new SourceName("Received", Optional.of(source.substring(STAMP.length())))
        : new SourceName(source, Optional.empty());
  }

  static String stampOf(String host) {
    return STAMP + host;
  }

  /** In the sentences of the office; a name that is Chinese already stays as it is. */
  public String chinese() {
    return switch (name) {
      case "INTERNALDATE" -> "邮箱服务器收到的时间（INTERNALDATE）";
      case "SAVEDATE" -> "邮箱服务器存入的时间（SAVEDATE）";
      case "Received" -> "收件服务器" + by.map(host -> " " + host + " ").orElse("") + "的接收时间戳";
      case "first seen" -> "本处首次看到的时间";
      case "transfer log" -> "服务器的传输日志";
      case "ctime" -> "文件写完的时间（ctime）";
      case "upload" -> "网页上传完成的时间";
      case "handover" -> "当面交来、读入完成的时间";
      default -> name;
    };
  }
}
