package cn.baosong.camel.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.angus.mail.pop3.POP3Message;

/** A mail of a POP3 box; it passes through a file, so that it is never in memory as a whole. */
final class Pop3Mail extends HeldMail {
  private final OfficePop3Folder folder;
  private final POP3Message message;

  Pop3Mail(OfficePop3Folder folder, Sighting sighting, Stamps stamps, POP3Message message) {
    super(folder, 0, sighting, stamps);
    this.folder = folder;
    this.message = message;
  }

  @Override
  MailFolder held() {
    return folder.known();
  }

  @Override
  InputStream raw() throws IOException, MessagingException {
    Path passing = Files.createTempFile("baosong-mail", ".eml");
    try {
      try (OutputStream out = Files.newOutputStream(passing)) {
        message.writeTo(out);
      } catch (IOException | MessagingException | RuntimeException lost) {
        folder.known().broke(sighting().key());
        throw lost;
      }
      InputStream bytes = Files.newInputStream(passing, StandardOpenOption.DELETE_ON_CLOSE);
      return new WholeStream(bytes, stamps().size(), folder.known(), sighting());
    } catch (IOException | MessagingException | RuntimeException lost) {
      Files.deleteIfExists(passing);
      throw lost;
    }
  }

  /** POP3 can only delete, which the office never does. */
  @Override
  void registered() {}
}
