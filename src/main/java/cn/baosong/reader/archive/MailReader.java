package cn.baosong.reader.archive;

import cn.baosong.reader.archive.Defect.Kind;
import cn.baosong.reader.mail.Attachment;
import cn.baosong.reader.mail.MailContent;
import cn.baosong.reader.mail.MailContent.Remark;
import cn.baosong.reader.mail.MailOpening;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the files out of a mail; its words stay beside them. */
final class MailReader {
  /** Pictures that a letter is drawn with are small; a scan that was pasted into it is not. */
  private static final long LARGEST_DECORATION = 64 << 10;

  /** Few mails enclose more; before more is kept it is counted how much there is. */
  private static final int FEW = 32;

  private static final Map<String, String> SUFFIXES =
      Map.of(
          "application/pdf", ".pdf",
          "application/zip", ".zip",
          "application/x-zip-compressed", ".zip",
          "message/rfc822", ".eml",
          "image/jpeg", ".jpg",
          "image/png", ".png",
          "text/csv", ".csv",
          "text/plain", ".txt",
          "text/html", ".html",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

  private final String name;
  private final Unpacking unpacking;
  private final List<Found> found = new ArrayList<>();
  private int taken;
  private boolean hopeless;
  private int unnamed;

  MailReader(String name, Unpacking unpacking) {
    this.name = name;
    this.unpacking = unpacking;
  }

  /**
   * Reads one more mail; all that was found so far.
   *
   * @param message its bytes, from this file
   */
  List<Found> read(InputStream message, Path mail) throws IOException, Refusal {
    taken = 0;
    hopeless = false;
    try {
      MailContent content = MailOpening.read(message, (file, plain) -> take(file, plain, mail));
      unpacking.mail =
          Optional.of(unpacking.mail.map(first -> first.with(content)).orElse(content));
      refuse(content);
    } catch (Stopped stopped) {
      throw stopped.refusal;
    }
    return List.copyOf(found);
  }

  private static boolean isHopeless(Path mail) throws IOException {
    try (BlobChannel again = new BlobChannel(mail);
        InputStream in = new BufferedInputStream(Channels.newInputStream(again))) {
      return MailOpening.isBeyondLimits(in);
    }
  }

  private void refuse(MailContent content) throws Refusal {
    if (hopeless || content.remarks().contains(Remark.BEYOND_LIMITS)) {
      throw Refusal.tooLarge(
          name,
          "的邮件结构超出限度（部分过多或邮件头过长），未予打开，由工作人员查看；请把材料压缩成一个 zip 附件后重新发送",
          "has more parts, or longer headers, than a mail may have; pack the papers into one zip and send it again");
    }
    if (content.remarks().contains(Remark.ENCRYPTED) && found.isEmpty()) {
      throw Refusal.encrypted(name);
    }
  }

  /** Of a mail that is refused in the end, nothing more is kept. */
  private void take(Attachment attachment, InputStream plain, Path mail) throws IOException {
    try {
      if (++taken == FEW) {
        hopeless = isHopeless(mail);
      }
      if (!hopeless) {
        keep(attachment, plain);
      }
    } catch (Refusal refusal) {
      throw new Stopped(refusal);
    }
  }

  private void keep(Attachment attachment, InputStream plain) throws IOException, Refusal {
    unpacking.budget.entry();
    String shown = shown(attachment);
    Optional<List<String>> segments = unpacking.admit(NameBytes.Reading.sure(shown));
    if (segments.isEmpty()) {
      return;
    }
    Workspace.Stored stored = unpacking.workspace.keep(shown, plain, Long.MAX_VALUE);
    if (attachment.decoration() && stored.size() <= LARGEST_DECORATION) {
      Workspace.drop(stored.file());
      unpacking.ignored.add(Printable.of(shown));
      return;
    }
    found.add(new Found(segments.get(), Optional.empty(), stored, Optional.empty()));
  }

  /** A name is mended, never a reason to refuse the mail; what was mended is told. */
  private String shown(Attachment attachment) {
    if (attachment.name().isBlank()) {
      return "未命名-" + ++unnamed + SUFFIXES.getOrDefault(attachment.media(), "");
    }
    String harmless = EntryPath.harmless(attachment.name()).replaceAll("[. ]+$", "");
    String mended = harmless.isBlank() ? "未命名-" + ++unnamed : harmless;
    if (attachment.name().codePoints().anyMatch(Printable::isConcealing)) {
      unpacking.defects.entry(
          Kind.DAMAGED_NAME,
          mended,
          "的文件名含改变显示方向的字符，已去除；请核对后再打开",
          "had direction marks in its name, which were removed; look twice before opening it");
    }
    return mended;
  }

  /** Carries a refusal through the stream. */
  private static final class Stopped extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    Stopped(Refusal refusal) {
      super(refusal);
      this.refusal = refusal;
    }
  }
}
