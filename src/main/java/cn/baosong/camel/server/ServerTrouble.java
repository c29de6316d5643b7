package cn.baosong.camel.server;

import cn.baosong.desk.ChannelTrouble;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.util.ObjectHelper;

/** Why a server cannot be looked into, in the words of a clerk. */
enum ServerTrouble {
  HOST_KEY("服务器的主机密钥与登记的不符，没有发送密码；请向对方核实后更新 known_hosts"),
  CERTIFICATE("服务器证书不可信或与主机名不符，没有发送密码"),
  IN_CLEAR("服务器不加密，没有发送密码"),
  KEYS("本办的私钥或 known_hosts 文件读不出，请查设置"),
  CREDENTIALS("用户名、密码或密钥不被接受，请查设置或联系对方"),
  BUSY("服务器说连接太多，稍后再试"),
  FOLDER("服务器上没有这个文件夹，或无权查看"),
  NETWORK("连不上服务器，请查网络、主机名和端口"),
  OTHER("服务器答复异常");

  /** What a plain line is refused with. */
  static final String NOT_IN_CLEAR = "the password is not sent over a line in clear";

  private static final Pattern LOGIN = Pattern.compile("auth fail|auth cancel|login incorrect|530");
  private static final Pattern FILES =
      Pattern.compile("invalid privatekey|nosuchfile|filenotfound|\\(no such file or directory\\)");

  private final String chinese;

  ServerTrouble(String chinese) {
    this.chinese = chinese;
  }

  /** For pages that speak of every channel alike. */
  ChannelTrouble kind() {
    return switch (this) {
      case HOST_KEY, CERTIFICATE -> ChannelTrouble.CERTIFICATE;
      case IN_CLEAR -> ChannelTrouble.IN_CLEAR;
      case KEYS, CREDENTIALS -> ChannelTrouble.CREDENTIALS;
      case BUSY -> ChannelTrouble.LOCKED;
      case FOLDER -> ChannelTrouble.FOLDER;
      case NETWORK -> ChannelTrouble.NETWORK;
      case OTHER -> ChannelTrouble.OTHER;
    };
  }

  String chinese() {
    return chinese;
  }

  static ServerTrouble of(Throwable failure) {
    String told = told(failure);
    if (has(failure, JSchHostKeyException.class)) {
      return HOST_KEY;
    }
    if (told.contains(NOT_IN_CLEAR)) {
      return IN_CLEAR;
    }
    if (has(failure, SSLException.class) || told.contains("certificate")) {
      return CERTIFICATE;
    }
    if (FILES.matcher(told).find() && has(failure, JSchException.class)) {
      return KEYS;
    }
    if (code(failure) == 421) {
      return BUSY;
    }
    if (code(failure) == 530 || LOGIN.matcher(told).find()) {
      return CREDENTIALS;
    }
    if (has(failure, Line.Refusal.class)) {
      return FOLDER;
    }
    boolean answered = has(failure, FtpLine.Answer.class);
    boolean broken = has(failure, IOException.class) || has(failure, JSchException.class);
    return broken && !answered ? NETWORK : OTHER;
  }

  private static int code(Throwable failure) {
    FtpLine.Answer answer = ObjectHelper.getException(FtpLine.Answer.class, failure);
    if (answer != null) {
      return answer.code();
    }
    GenericFileOperationFailedException failed =
        ObjectHelper.getException(GenericFileOperationFailedException.class, failure);
    return failed == null ? 0 : failed.getCode();
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    return ObjectHelper.getException(kind, failure) != null;
  }

  private static String told(Throwable failure) {
    StringBuilder all = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      all.append(each).append('\n');
    }
    return all.toString().toLowerCase(Locale.ROOT);
  }
}
