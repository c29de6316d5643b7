package cn.baosong.reader.mail;

import cn.baosong.core.submission.Mail;
import cn.baosong.reader.mail.MailContent.Remark;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** Opens a mail: everything that it encloses is handed out as files, one after another. */
public final class MailOpening implements Enclosed {
  private static final int HTML = 256 << 10;
  private static final int HEAD = 64 << 10;
  private static final int DEEPEST = 8;
  private static final int MAGIC = 8;

  private final Files files;
  private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);
  private final IdentityHashMap<Part, SignedPart> signed = new IdentityHashMap<>();

  private MailOpening(Files files) {
    this.files = files;
  }

  /** Who takes the files. */
  public interface Files {
    /**
     * The next file.
     *
     * @param plain its bytes; need not be read to the end
     */
    void file(Attachment attachment, InputStream plain) throws IOException;
  }

  /**
   * Reads a mail; any bytes are one of some sort.
   *
   * @throws IOException when the bytes cannot be read, or the files not be taken
   */
  public static MailContent read(InputStream message, Files files) throws IOException {
    MailOpening opening = new MailOpening(files);
    Impression impression = new Impression(opening, HTML);
    opening.read(new BufferedInputStream(message), impression);
    if (impression.isUnsound()) {
      opening.remarks.add(Remark.UNSOUND);
    }
    Mail mail = impression.mail(Set.of());
    return new MailContent(
        mail, mail.links(), impression.words(), !impression.isCut(), opening.remarks);
  }

  /**
   * Whether a mail has more parts, or longer headers, than is read; nothing of it is decoded.
   *
   * @param message a stream that can go back to a mark
   */
  public static boolean isBeyondLimits(InputStream message) throws IOException {
    message.mark(MAGIC);
    boolean saved = OutlookContent.isSaved(message.readNBytes(MAGIC));
    message.reset();
    return !saved
        && MailWalk.walk(message, new Impression(UNSEEN, 0)) == MailWalk.End.BEYOND_LIMITS;
  }

  private void read(BufferedInputStream message, Impression into) throws IOException {
    message.mark(MAGIC);
    boolean saved = OutlookContent.isSaved(message.readNBytes(MAGIC));
    message.reset();
    if (saved) {
      saved(message, into);
    } else {
      ended(MailWalk.walk(message, into), into);
    }
  }

  /** A message as Outlook saves it, by itself: it stands for the mail that it was. */
  private void saved(InputStream message, Impression into) throws IOException {
    Optional<OutlookContent> content =
        OutlookContent.of(message.readNBytes(OutlookContent.LARGEST + 1));
    byte[] letter = content.map(OutlookContent::letter).orElse(new byte[0]);
    ended(MailWalk.walk(new ByteArrayInputStream(letter), into), into);
    Part top = into.top().orElseThrow();
    if (content.isPresent()) {
      enclosed(content.get(), top, into);
    } else {
      remarks.add(Remark.UNREADABLE_PART);
    }
  }

  private void ended(MailWalk.End end, Impression impression) {
    impression.ended(end);
    switch (end) {
      case WHOLE -> {}
      case CLIPPED -> remarks.add(Remark.CLIPPED);
      case BEYOND_LIMITS -> remarks.add(Remark.BEYOND_LIMITS);
    }
  }

  @Override
  public void file(Part part, String name, InputStream plain, Impression into) throws IOException {
    if (part.isSignature()) {
      remarks.add(signature(part, plain));
    } else if (part.isIn("multipart/encrypted")) {
      remarks.add(Remark.ENCRYPTED);
    } else if (SignedMessage.isNamedSo(part, name)) {
      signed(part, name, plain, into);
    } else if (part.depth() < DEEPEST && OutlookContent.isNamedSo(part, name)) {
      outlook(part, name, plain, into);
    } else {
      remarks.addAll(part.isMessage() ? Set.of(Remark.TOO_DEEP) : Set.of());
      files.file(new Attachment(name, part.media(), part.isDecoration()), plain);
    }
  }

  @Override
  public boolean wantsWhole(Part multipart) {
    return multipart.isSignedInClear();
  }

  /** The first part is what was signed, the second the signature. */
  @Override
  public void whole(Part multipart, InputStream raw, Impression into) throws IOException {
    if (signed.containsKey(multipart)) {
      ended(MailWalk.walkWithin(raw, multipart, into), into);
      return;
    }
    SignedPart first = new SignedPart(raw);
    signed.put(multipart, first);
    ended(MailWalk.walkWithin(first, multipart, into), into);
    first.transferTo(OutputStream.nullOutputStream());
  }

  private Remark signature(Part part, InputStream plain) throws IOException {
    SignedPart of = part.parent().map(signed::get).orElse(null);
    if (of == null) {
      return Remark.SIGNED;
    }
    return switch (SignedMessage.detached(plain, of.digests())) {
      case SIGNATURE_HOLDS -> Remark.SIGNATURE_HOLDS;
      case SIGNATURE_BROKEN -> Remark.SIGNATURE_BROKEN;
      case ENCRYPTED, UNREADABLE -> Remark.SIGNED;
    };
  }

  private void signed(Part part, String name, InputStream plain, Impression into)
      throws IOException {
    SignedMessage.Found found =
        SignedMessage.open(plain, content -> ended(MailWalk.walkWithin(content, part, into), into));
    switch (found) {
      case SIGNATURE_HOLDS -> remarks.add(Remark.SIGNATURE_HOLDS);
      case SIGNATURE_BROKEN -> remarks.add(Remark.SIGNATURE_BROKEN);
      case ENCRYPTED -> remarks.add(Remark.ENCRYPTED);
      case UNREADABLE -> remarks.add(Remark.UNREADABLE_PART);
    }
  }

  private void outlook(Part part, String name, InputStream plain, Impression into)
      throws IOException {
    byte[] bytes = plain.readNBytes(OutlookContent.LARGEST + 1);
    Optional<OutlookContent> content = OutlookContent.of(bytes);
    if (content.isEmpty()) {
      remarks.add(Remark.UNREADABLE_PART);
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(bytes), plain);
      files.file(new Attachment(name, part.media(), false), all);
      return;
    }
    content.get().words().forEach(text -> into.words("text/plain", text));
    enclosed(content.get(), part, into);
  }

  private void enclosed(OutlookContent content, Part part, Impression into) throws IOException {
    if (!content.isWhole()) {
      remarks.add(Remark.TOO_DEEP);
    }
    for (OutlookContent.File file : content.files()) {
      file(part.within(), file.name(), new ByteArrayInputStream(file.content()), into);
    }
  }

  @Override
  public boolean stray(Part multipart, InputStream raw, Impression into) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, HEAD);
    in.mark(HEAD);
    Optional<String> boundary = StrayParts.boundary(in.readNBytes(HEAD));
    in.reset();
    if (boundary.isPresent()) {
      ended(MailWalk.walkParts(in, multipart, boundary.get(), into), into);
    }
    return boundary.isPresent();
  }
}
