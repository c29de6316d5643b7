package cn.baosong.camel.folder;

import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.core.submission.Receipt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The bytes of a file name as they are on disk, whatever the locale says. Under {@code LANG=C} a
 * Path shows Chinese names as question marks, yet its URI keeps every byte.
 */
final class RawNames {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private RawNames() {}

  /** The bytes of the last part of a path. */
  static byte[] bytes(Path path) {
    String uri = path.toUri().getRawPath();
    while (uri.endsWith("/")) {
      uri = uri.substring(0, uri.length() - 1);
    }
    String last = uri.substring(uri.lastIndexOf('/') + 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < last.length(); i++) {
      char c = last.charAt(i);
      if (c == '%') {
        bytes.write(Integer.parseInt(last.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** The name for people: strict UTF-8, else GB18030 as Chinese Windows writes it. */
  static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, GB18030);
    }
  }

  static String decoded(Path path) {
    return decoded(bytes(path));
  }

  /** As it may be written down and shown. */
  static String shown(Path path) {
    String name = decoded(path);
    return ClassifiedMarking.in(name) == ClassifiedMarking.MARKED ? Receipt.NAME_WITHHELD : name;
  }
}
