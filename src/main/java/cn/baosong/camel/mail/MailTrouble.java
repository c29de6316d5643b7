package cn.baosong.camel.mail;

import cn.baosong.desk.ChannelTrouble;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.camel.util.ObjectHelper;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;

/** Why a mailbox cannot be looked into, in the words of a clerk. */
enum MailTrouble {
  IDENTITY(ChannelTrouble.IDENTITY, "网易要求客户端身份（IMAP ID），本次被拒；请在网页邮箱确认已开启 IMAP 服务"),
  LOCKED(ChannelTrouble.LOCKED, "账号被锁或登录过于频繁，请登录网页邮箱解除"),
  CREDENTIALS(ChannelTrouble.CREDENTIALS, "授权码失效或密码已改，请在邮箱设置里重新生成授权码，并更新报送的设置"),
  CERTIFICATE(ChannelTrouble.CERTIFICATE, "服务器证书不可信或与主机名不符，没有发送密码"),
  IN_CLEAR(ChannelTrouble.IN_CLEAR, "服务器不加密，没有发送密码"),
  FOLDER(ChannelTrouble.FOLDER, "邮箱里没有这个文件夹"),
  NETWORK(ChannelTrouble.NETWORK, "连不上邮件服务器，请查网络、主机名和端口"),
  OTHER(ChannelTrouble.OTHER, "邮件服务器答复异常");

  /** What the store refuses a plain line with. */
  static final String NOT_IN_CLEAR = "the password is not sent over a line in clear";

  private static final Pattern UNSAFE = Pattern.compile("unsafe login|kefu@188");
  private static final Pattern LOCK =
      Pattern.compile("lock|frequen|too many|abnormal|suspend|disabled|blocked|锁定|频繁");

  private final ChannelTrouble kind;
  private final String chinese;

  MailTrouble(ChannelTrouble kind, String chinese) {
    this.kind = kind;
    this.chinese = chinese;
  }

  ChannelTrouble kind() {
    return kind;
  }

  String chinese() {
    return chinese;
  }

  static MailTrouble of(Throwable failure) {
    String told = told(failure);
    if (UNSAFE.matcher(told).find()) {
      return IDENTITY;
    }
    if (has(failure, AuthenticationFailedException.class)) {
      return LOCK.matcher(told).find() ? LOCKED : CREDENTIALS;
    }
    // The library keeps no cause of a handshake that failed behind STARTTLS.
    if (has(failure, SSLException.class) || told.contains("starttls failure")) {
      return CERTIFICATE;
    }
    if (told.contains(NOT_IN_CLEAR) || told.contains("starttls")) {
      return IN_CLEAR;
    }
    if (has(failure, FolderNotFoundException.class)) {
      return FOLDER;
    }
    boolean line =
        Stream.of(
                MailConnectException.class,
                SocketConnectException.class,
                UnknownHostException.class,
                IOException.class)
            .anyMatch(kind -> has(failure, kind));
    return line || told.contains("connection") ? NETWORK : OTHER;
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    return ObjectHelper.getException(kind, failure) != null;
  }

  private static String told(Throwable failure) {
    StringBuilder all = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      all.append(each.getMessage()).append('\n');
    }
    return all.toString().toLowerCase(Locale.ROOT);
  }
}
