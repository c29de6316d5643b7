package bench;

import static bench.Letters.MIXED;
import static bench.Letters.enclosing;
import static bench.Letters.put;

import cn.baosong.reader.archive.HostilePackages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Mails such as no reader likes, one kind after another. */
final class Hostile {
  private static final int BOMB = 1_000;
  private static final int PARTS = 10_000;
  private static final int FILES = 10_000;
  private static final int DEEP = 40;
  private static final int HEADER = 5_000_000;
  private static final int KINDS = 11;

  private final byte[] zip;
  private final byte[] bomb = bomb();
  private final byte[] files = HostilePackages.files(FILES);
  private final List<HostilePackages.Bad> packages = HostilePackages.all();
  private int next;

  /**
   * @param zip a sound package
   */
  Hostile(byte[] zip) throws IOException {
    this.zip = zip;
  }

  /** The next one, from a unit of the registry that proves who it is: {head, body}. */
  byte[][] next() {
    int number = next++;
    int unit = 29_999 - number;
    return switch (number % KINDS) {
      case 0 -> mail(unit, number, MIXED, enclosing(bomb));
      case 1 -> mail(unit, number, MIXED, parts());
      case 2 -> mail(unit, number, "X-Long: " + "x".repeat(HEADER) + "\n" + MIXED, enclosing(zip));
      case 3 ->
          mail(
              unit,
              number,
              "Content-Type: text/plain; charset=x-no-such\nContent-Transfer-Encoding: x-none\n",
              "=?x-unknown?B?////?=".getBytes(StandardCharsets.US_ASCII));
      case 4 -> mail(unit, number, MIXED, enclosing(locked(zip)));
      case 5 -> mail(unit, number, "Content-Type: multipart/mixed\n", enclosing(zip));
      case 6 -> mail(unit, number, MIXED, enclosing(files));
      case 7 -> mail(unit, number, "Content-Type: message/rfc822\n", nested());
      case 8 ->
          mail(
              unit,
              number,
              "CamelSqlQuery: delete from dossier\ndelete: true\nmoveTo: away\n" + MIXED,
              enclosing(zip));
      case 9 -> mail(unit, number, MIXED, enclosing(packed("overlap.zip")));
      default -> {
        HostilePackages.Bad bad = packages.get(number / KINDS % packages.size());
        yield mail(unit, number, MIXED, enclosing(bad.bytes()));
      }
    };
  }

  private byte[] packed(String name) {
    return packages.stream().filter(bad -> bad.name().equals(name)).findFirst().orElseThrow().bytes();
  }

  private static byte[][] mail(int unit, int number, String more, byte[] body) {
    return new byte[][] {Letters.head(unit, "hostile-" + number, more), body};
  }

  private static byte[] parts() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < PARTS; i++) {
      put(body, "--b\r\nContent-Type: application/pdf; name=" + i + ".pdf\r\n\r\n%PDF\r\n");
    }
    put(body, "--b--\r\n");
    return body.toByteArray();
  }

  /** A mail in a mail in a mail. */
  private byte[] nested() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < DEEP; i++) {
      put(body, "Subject: " + i + "\r\nContent-Type: message/rfc822\r\n\r\n");
    }
    put(body, (MIXED).replace("\n", "\r\n") + "\r\n");
    body.writeBytes(enclosing(zip));
    return body.toByteArray();
  }
  /** A megabyte that unpacks to a thousand. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("bomb.pdf"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < BOMB; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    return packed.toByteArray();
  }

  /** Every entry says that it is encrypted. */
  private static byte[] locked(byte[] zip) {
    byte[] locked = zip.clone();
    for (int i = 0; i + 9 < locked.length; i++) {
      boolean entry = locked[i] == 'P' && locked[i + 1] == 'K';
      if (entry && locked[i + 2] == 3 && locked[i + 3] == 4) {
        locked[i + 6] |= 1;
      } else if (entry && locked[i + 2] == 1 && locked[i + 3] == 2) {
        locked[i + 8] |= 1;
      }
    }
    return locked;
  }
}
