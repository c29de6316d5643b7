package cn.baosong.reader.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What Outlook writes: saved messages (MS-OXMSG) and {@code winmail.dat} (MS-OXTNEF). */
public final class OutlookMade {
  private static final Charset GBK = Charset.forName("GBK");

  private final String subject;
  private final String body;
  private final List<Enclosed> enclosed = new ArrayList<>();
  private String from = "";
  private String headers = "";

  private record Enclosed(String name, byte[] content, List<OutlookMade> message) {}

  private OutlookMade(String subject, String body) {
    this.subject = subject;
    this.body = body;
  }

  public static OutlookMade message(String subject, String body) {
    return new OutlookMade(subject, body);
  }

  public OutlookMade from(String shown) {
    from = shown;
    return this;
  }

  /** The fields with which it travelled. */
  public OutlookMade travelled(String fields) {
    headers = fields;
    return this;
  }

  public OutlookMade file(String name, byte[] content) {
    enclosed.add(new Enclosed(name, content, List.of()));
    return this;
  }

  public OutlookMade message(OutlookMade message) {
    enclosed.add(new Enclosed("", new byte[0], List.of(message)));
    return this;
  }

  /** As a {@code .msg} file. */
  public byte[] msg() {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      write(file.getRoot(), 32);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      file.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void write(DirectoryEntry into, int head) throws IOException {
    text(into, "001A", "IPM.Note");
    text(into, "0037", subject);
    text(into, "1000", body);
    text(into, "0C1A", from);
    text(into, "007D", headers);
    for (int i = 0; i < enclosed.size(); i++) {
      DirectoryEntry place = into.createDirectory(String.format("__attach_version1.0_#%08X", i));
      Enclosed one = enclosed.get(i);
      if (one.message().isEmpty()) {
        text(place, "3707", one.name());
        stream(place, "__substg1.0_37010102", one.content());
      } else {
        one.message().get(0).write(place.createDirectory("__substg1.0_3701000D"), 24);
      }
      stream(place, "__properties_version1.0", new byte[8]);
    }
    stream(into, "__properties_version1.0", new byte[head]);
  }

  private static void text(DirectoryEntry into, String property, String text) throws IOException {
    if (!text.isEmpty()) {
      stream(into, "__substg1.0_" + property + "001F", text.getBytes(StandardCharsets.UTF_16LE));
    }
  }

  private static void stream(DirectoryEntry into, String name, byte[] bytes) throws IOException {
    into.createDocument(name, new ByteArrayInputStream(bytes));
  }

  /** As a {@code winmail.dat}, names as an Outlook in Chinese writes them. */
  public byte[] tnef() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(little(4, 0x223E9F78));
    all.writeBytes(little(2, 1));
    all.writeBytes(attribute(1, 0x00078008, zeroed("IPM.Microsoft Mail.Note")));
    all.writeBytes(attribute(1, 0x00018004, zeroed(subject)));
    for (Enclosed one : enclosed) {
      all.writeBytes(attribute(2, 0x00069002, new byte[14]));
      all.writeBytes(attribute(2, 0x00018010, zeroed(shortened(one.name()))));
      all.writeBytes(attribute(2, 0x0006800F, one.content()));
      all.writeBytes(attribute(2, 0x00069005, longName(one.name())));
    }
    return all.toByteArray();
  }

  /** One MAPI property: the long name, in eight bits. */
  private static byte[] longName(String name) {
    byte[] text = zeroed(name);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(little(4, 1));
    bytes.writeBytes(little(4, 0x3707001E));
    bytes.writeBytes(little(4, 1));
    bytes.writeBytes(little(4, text.length));
    bytes.writeBytes(Arrays.copyOf(text, (text.length + 3) / 4 * 4));
    return bytes.toByteArray();
  }

  /** As DOS named files, when there is a long name too. */
  private static String shortened(String name) {
    return name.length() > 9 ? "LONG~1" + name.substring(name.lastIndexOf('.')) : name;
  }

  private static byte[] zeroed(String text) {
    return (text + "\0").getBytes(GBK);
  }

  /** Level, id and type, length, the bytes, and their sum. */
  private static byte[] attribute(int level, int id, byte[] content) {
    int sum = 0;
    for (byte b : content) {
      sum += b & 0xFF;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(level);
    bytes.writeBytes(little(4, id));
    bytes.writeBytes(little(4, content.length));
    bytes.writeBytes(content);
    bytes.writeBytes(little(2, sum & 0xFFFF));
    return bytes.toByteArray();
  }

  private static byte[] little(int size, int value) {
    byte[] all = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    return Arrays.copyOf(all, size);
  }
}
