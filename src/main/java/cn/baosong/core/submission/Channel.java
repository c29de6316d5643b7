package cn.baosong.core.submission;

import java.util.Arrays;
import java.util.Optional;

/** The way by which a delivery came. */
public enum Channel {
  FOLDER("folder", "文件夹"),
  EMAIL("email", "电子邮件"),
  FTP("ftp", "FTP"),
  SFTP("sftp", "SFTP"),
  WEB("web", "网页上传"),
  API("api", "接口"),
  POST("post", "邮寄"),
  COURIER("courier", "快递"),
  COUNTER("counter", "现场递交");

  private final String code;
  private final String chinese;

  Channel(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** Whether it brings paper, which the mail room registers. */
  public boolean isPaper() {
    return switch (this) {
      case POST, COURIER, COUNTER -> true;
      case FOLDER, EMAIL, FTP, SFTP, WEB, API -> false;
    };
  }

  /** The stable lower-case code that calls, evidence files and the API use. */
  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }

  public static Optional<Channel> ofCode(String code) {
    return Arrays.stream(values()).filter(c -> c.code.equalsIgnoreCase(code)).findFirst();
  }
}
