package cn.baosong.reader.mail;

import cn.baosong.core.submission.Mail;
import cn.baosong.desk.Glimpse;
import cn.baosong.desk.MailGlance;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Glances at a stored mail in one stream: headers, and the beginnings of what is text. */
public final class StoredMailGlance implements MailGlance {
  /** It is formed in the office's own process, so that it takes a tenth of a second at most. */
  private static final int HTML = 48 << 10;

  private final EnclosureLooks looks;

  public StoredMailGlance(EnclosureLooks looks) {
    this.looks = looks;
  }

  @Override
  public Glimpse of(Path original, Set<String> trusted) throws IOException {
    Shapes shapes = new Shapes(looks);
    Impression impression = new Impression(shapes, HTML);
    try (InputStream file = new BufferedInputStream(Files.newInputStream(original), 1 << 16)) {
      Fingerprint in = new Fingerprint(file);
      MailWalk.End end = MailWalk.walk(in, impression);
      impression.ended(end);
      in.transferTo(OutputStream.nullOutputStream());
      Mail mail = impression.mail(trusted);
      boolean sound = end == MailWalk.End.WHOLE && !impression.isUnsound();
      return new Glimpse(
          impression.top().map(Part::header).flatMap(in::of).map(mail::printed).orElse(mail),
          sound && (shapes.areUsual() || (!mail.links().isEmpty() && !shapes.isOdd())));
    }
  }
}
