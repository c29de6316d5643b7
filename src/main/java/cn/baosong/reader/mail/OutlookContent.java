package cn.baosong.reader.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.datatypes.Types;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * What Outlook packs in ways of its own: {@code winmail.dat} (MS-OXTNEF) and saved messages, {@code
 * .msg} (MS-OXMSG). Both are held in memory, so that they may be only so large.
 */
final class OutlookContent {
  static final int LARGEST = 48 << 20;

  private static final byte[] TNEF = {0x78, (byte) 0x9F, 0x3E, 0x22};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  /** Fields of a message that travelled; those that tell how its parts were written do not hold. */
  private static final Set<String> KEPT =
      Set.of(
          "from",
          "sender",
          "reply-to",
          "to",
          "cc",
          "subject",
          "date",
          "message-id",
          "in-reply-to",
          "references",
          "auto-submitted",
          "x-baosong-letter");

  private final List<File> files = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final StringBuilder head = new StringBuilder();
  private boolean whole = true;

  private OutlookContent() {}

  /** One file. */
  record File(String name, byte[] content) {}

  static boolean isNamedSo(Part part, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return part.media().endsWith("ms-tnef")
        || lower.equals("winmail.dat")
        || lower.equals("win.dat")
        || part.media().equals("application/vnd.ms-outlook")
        || lower.endsWith(".msg");
  }

  /** What is in it; empty when it is neither of both, or cannot be read at all. */
  static Optional<OutlookContent> of(byte[] bytes) {
    OutlookContent content = new OutlookContent();
    try {
      if (startsWith(bytes, TNEF)) {
        content.readTnef(bytes);
      } else if (startsWith(bytes, OLE)) {
        content.readSaved(bytes);
      } else {
        return Optional.empty();
      }
      return Optional.of(content);
    } catch (IOException | ChunkNotFoundException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length <= LARGEST
        && bytes.length > magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  /** Whether it begins as a saved message does, and many another document. */
  static boolean isSaved(byte[] head) {
    return startsWith(head, OLE);
  }

  /** A saved message as it was mailed, without what it encloses; empty for {@code winmail.dat}. */
  byte[] letter() {
    return (head + "\r\n" + String.join("\r\n", words)).getBytes(StandardCharsets.UTF_8);
  }

  List<File> files() {
    return files;
  }

  List<String> words() {
    return words;
  }

  /** Whether nothing lay too deep. */
  boolean isWhole() {
    return whole;
  }

  private void readTnef(byte[] bytes) throws IOException {
    HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(bytes));
    for (org.apache.poi.hmef.Attachment file : message.getAttachments()) {
      files.add(new File(first(longName(file), title(file)), file.getContents()));
    }
  }

  /** The library takes every name for western. */
  private static Optional<String> longName(org.apache.poi.hmef.Attachment file) {
    return file.getMAPIAttributes().stream()
        .filter(of -> of.getProperty().id == MAPIProperty.ATTACH_LONG_FILENAME.id)
        .map(
            of ->
                of.getType() == Types.UNICODE_STRING.getId()
                    ? new String(of.getData(), StandardCharsets.UTF_16LE)
                    : MailCharset.decode(of.getData()))
        .map(OutlookContent::unended)
        .findFirst();
  }

  private static Optional<String> title(org.apache.poi.hmef.Attachment file) {
    return file.getAttributes().stream()
        .filter(of -> of.getProperty().id == TNEFProperty.ID_ATTACHTITLE.id)
        .map(of -> unended(MailCharset.decode(of.getData())))
        .findFirst();
  }

  private static String unended(String text) {
    int end = text.indexOf(0);
    return end < 0 ? text : text.substring(0, end);
  }

  private void readSaved(byte[] bytes) throws IOException, ChunkNotFoundException {
    try (MAPIMessage message = new MAPIMessage(new ByteArrayInputStream(bytes))) {
      read(message, MailWalk.NESTED_MESSAGES);
      readHead(message);
    }
  }

  /** The fields that it came with; a message that never travelled has hardly any. */
  private void readHead(MAPIMessage message) throws ChunkNotFoundException {
    boolean kept = false;
    for (String line : Optional.ofNullable(message.getHeaders()).orElse(new String[0])) {
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      kept = folded ? kept : KEPT.contains(line.replaceFirst(":.*", "").toLowerCase(Locale.ROOT));
      if (kept) {
        head.append(MailHeader.oneLine(line).indent(folded ? 1 : 0).stripTrailing()).append("\r\n");
      }
    }
    if (head.isEmpty()) {
      field("From", message.getDisplayFrom());
      field("To", message.getDisplayTo());
      field("Subject", message.getSubject());
    }
    field("Content-Type", "text/plain; charset=utf-8");
  }

  private void field(String name, @Nullable String text) {
    if (text != null) {
      head.append(name).append(": ").append(MailHeader.oneLine(text)).append("\r\n");
    }
  }

  private void read(MAPIMessage message, int nested) throws IOException, ChunkNotFoundException {
    message.setReturnNullOnMissingChunk(true);
    if (message.has7BitEncodingStrings()) {
      message.set7BitEncoding("GB18030");
    }
    Stream.of(Optional.ofNullable(message.getSubject()), Optional.ofNullable(message.getTextBody()))
        .flatMap(Optional::stream)
        .forEach(words::add);
    for (AttachmentChunks file : message.getAttachmentFiles()) {
      if (file.isEmbeddedMessage()) {
        whole &= nested > 0;
        if (nested > 0) {
          read(file.getEmbeddedMessage(), nested - 1);
        }
      } else if (file.getAttachData() != null) {
        files.add(new File(name(file), file.getAttachData().getValue()));
      }
    }
  }

  private static String name(AttachmentChunks file) {
    return first(
        Optional.ofNullable(file.getAttachLongFileName()).map(StringChunk::getValue),
        Optional.ofNullable(file.getAttachFileName()).map(StringChunk::getValue),
        Optional.ofNullable(file.getAttachDisplayName()).map(StringChunk::getValue));
  }

  @SafeVarargs
  private static String first(Optional<String>... names) {
    return Arrays.stream(names)
        .flatMap(Optional::stream)
        .map(MailHeader::oneLine)
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse("");
  }
}
