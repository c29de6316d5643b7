package cn.baosong.camel.delivery;

import cn.baosong.camel.Facts;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;

/**
 * A case as a mail to its department. Nothing in it comes from a sender: neither names nor subject,
 * so that it says nothing to whoever sees only its envelope.
 */
public final class CaseMails {
  private static final long MEGABYTE = 1 << 20;

  /**
   * Makes the body of the exchange a mail that encloses the case. A repetition has the same
   * Message-ID.
   *
   * @param most megabytes that the department's server takes
   * @throws IOException when the case is larger
   */
  public void compose(Exchange exchange, String from, String to, int most)
      throws IOException, MessagingException {
    File bag = exchange.getMessage().getBody(File.class);
    if (bag.length() > most * MEGABYTE) {
      throw new IOException(
          "全卷 %d MB，超过邮件上限 %d MB，请改用 SFTP 或文件夹。 The case is too large for mail."
              .formatted(bag.length() / MEGABYTE + 1, most));
    }
    String name = exchange.getVariable(Facts.NAME, String.class);
    String digest = exchange.getVariable(Facts.DIGEST, String.class);
    CaseMail mail = new CaseMail(id(name, digest, from));
    mail.setFrom(new InternetAddress(from));
    mail.setRecipients(RecipientType.TO, InternetAddress.parse(to));
    mail.setSubject("报送全卷 " + exchange.getVariable(Facts.DOSSIER), StandardCharsets.UTF_8.name());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setContent(new MimeMultipart(words(name, digest), enclosed(bag, name)));
    exchange.getMessage().setBody(mail);
  }

  private static String id(String name, String digest, String from) {
    return "<%s.%s@%s>"
        .formatted(name, digest.substring(0, 16), from.substring(from.lastIndexOf('@') + 1));
  }

  private static MimeBodyPart words(String name, String digest) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(
        """
        附件是一名候选人的全卷（BagIt 包）。收下后请核对：
        Enclosed is the case of one candidate, a BagIt bag. Check it:

        %s  %s
        """
            .formatted(digest, name),
        StandardCharsets.UTF_8.name());
    return part;
  }

  private static MimeBodyPart enclosed(File bag, String name) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new FileDataSource(bag)));
    part.setFileName(name);
    part.setHeader("Content-Type", "application/zip; name=\"" + name + "\"");
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /** Keeps its id when it is saved. */
  private static final class CaseMail extends MimeMessage {
    private final String id;

    CaseMail(String id) {
      super((jakarta.mail.Session) null);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
