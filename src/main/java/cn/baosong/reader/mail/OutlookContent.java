package cn.baosong.reader.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;

/**
 * What Outlook packs in ways of its own: {@code winmail.dat} (MS-OXTNEF) and saved messages, {@code
 * .msg} (MS-OXMSG). Both are held in memory, so that they may be only so large.
 */
final class OutlookContent {
  static final int LARGEST = 48 << 20;

  private static final byte[] TNEF = {0x78, (byte) 0x9F, 0x3E, 0x22};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private final List<File> files = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
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
      files.add(
          new File(
              first(
                  Optional.ofNullable(file.getLongFilename()),
                  Optional.ofNullable(file.getFilename())),
              file.getContents()));
    }
  }

  private void readSaved(byte[] bytes) throws IOException, ChunkNotFoundException {
    try (MAPIMessage message = new MAPIMessage(new ByteArrayInputStream(bytes))) {
      read(message, MailWalk.NESTED_MESSAGES);
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
