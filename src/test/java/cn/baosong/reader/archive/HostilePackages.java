package cn.baosong.reader.archive;

import static cn.baosong.core.check.FindingCode.PACKAGE_ENCRYPTED;
import static cn.baosong.core.check.FindingCode.PACKAGE_TOO_LARGE;
import static cn.baosong.core.check.FindingCode.PACKAGE_UNREADABLE;
import static cn.baosong.core.check.FindingCode.PACKAGE_UNSAFE;

import cn.baosong.core.check.FindingCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** One package of each kind that no office opens, for tests of the whole way. */
public final class HostilePackages {
  private HostilePackages() {}

  /**
   * A package, and how it must end.
   *
   * @param name ASCII, as it is dropped
   * @param code what the unit is told
   * @param words that stand in the letter: what is wrong, or the remedy
   */
  public record Bad(String name, byte[] bytes, FindingCode code, List<String> words) {
    public boolean isUnsafe() {
      return code == PACKAGE_UNSAFE;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  public static List<Bad> all() {
    List<Bad> all = new ArrayList<>(unsafe());
    all.addAll(encrypted());
    all.addAll(unreadable());
    all.addAll(large());
    return all;
  }

  private static List<Bad> unsafe() {
    RawZip.Part a = RawZip.part("a", "x".repeat(1000));
    byte[] hidden = RawZip.of(RawZip.part("hidden", "x")).bytes();
    return List.of(
        unsafe("slip.zip", zip(RawZip.part("../evil", "x")), "指向包外"),
        unsafe("slip-backslash.zip", zip(RawZip.part("..\\..\\evil", "x")), "指向包外"),
        unsafe("absolute.tar", new RawTar().file("/etc/cron.d/x", "x").bytes(), "绝对路径"),
        unsafe("drive.7z", new RawSevenZip().file("C:\\x.dll", "x").bytes(), "绝对路径"),
        unsafe("slip.rar", RawRar.five().file("../x", "x").bytes(), "指向包外"),
        unsafe("link.zip", zip(RawZip.part("l", "/etc").unixMode(0120777)), "链接"),
        unsafe("link.rar", RawRar.five().link("l").bytes(), "链接"),
        unsafe("device.tar", new RawTar().entry(ascii("d"), '3', new byte[0]).bytes(), "设备"),
        unsafe("bomb.zip", zip(new RawZip.Part(ascii("z"), zeros())), "压缩炸弹"),
        unsafe("lying.zip", zip(new RawZip.Part(ascii("z"), zeros()).size(10)), "压缩炸弹"),
        unsafe("bomb.tar.gz", gzip(new RawTar().entry(ascii("z"), '0', zeros()).bytes()), "炸弹"),
        unsafe("bomb.7z", new RawSevenZip().file("z", zeros()).bytes(), "压缩炸弹"),
        unsafe("overlap.zip", zip(a, RawZip.part("a", "x".repeat(1000)).sharesPrevious()), "重叠"),
        unsafe("two-faces.zip", zip(RawZip.part("a.pdf", "x").localName("a.exe")), "不一致"),
        unsafe("unlisted.zip", behind(Arrays.copyOf(hidden, 39)), "未列入目录"));
  }

  private static List<Bad> encrypted() {
    return List.of(
        bad("secret.zip", zip(RawZip.part("a", "x").flags(1)), PACKAGE_ENCRYPTED, "去掉密码"),
        bad("secret.7z", RawSevenZip.withEncryptedNames(), PACKAGE_ENCRYPTED, "去掉密码"),
        bad("secret.rar", RawRar.five().encrypted("a").bytes(), PACKAGE_ENCRYPTED, "去掉密码"));
  }

  private static List<Bad> unreadable() {
    byte[] disc = new byte[17 * 2048];
    System.arraycopy(ascii("\1CD001"), 0, disc, 16 * 2048, 6);
    byte[] seven = new RawSevenZip().file("a", "x".repeat(2000)).bytes();
    return List.of(
        unreadable("volume.part1.rar", RawRar.five(1).bytes(), "分卷", "不分卷"),
        unreadable("volume.7z.001", Arrays.copyOf(seven, 60), "分卷", "不分卷"),
        unreadable("volume.z02", ascii("anything at all"), "分卷", "不分卷"),
        unreadable("disc.iso", disc, "光盘映像", "压缩为一个 zip"),
        unreadable("ppmd.zip", zip(RawZip.part("a", "x").method(98)), "Deflate"),
        unreadable("hungry.7z", new RawSevenZip().file("a", "x").dictionary(36).bytes(), "字典"),
        unreadable("cut.zip", Arrays.copyOf(zip(RawZip.part("a", "x".repeat(999))), 60), "重新压缩"),
        unreadable("cut.tar", new RawTar().file("a", "x").unfinished(), "重新打包"),
        unreadable("damaged.7z", Arrays.copyOf(seven, seven.length - 1), "重新压缩"),
        unreadable("nothing.zip", zip(RawZip.part("empty/", "")), "没有可读的文件"));
  }

  private static List<Bad> large() {
    RawZip many = new RawZip();
    RawZip.Part file = RawZip.part("file", "x");
    for (int i = 0; i <= 20_000; i++) {
      many.add(file.named("f" + i));
    }
    return List.of(bad("many.zip", many.bytes(), PACKAGE_TOO_LARGE, "20000"));
  }

  /** So many small files, of which nothing is wrong but that it costs much to open them. */
  public static byte[] files(int count) {
    RawZip many = new RawZip();
    for (int i = 0; i < count; i++) {
      many.add(RawZip.part("f" + i + ".txt", "x" + i));
    }
    return many.bytes();
  }

  /** Just beyond what may unpack from nothing. */
  private static byte[] zeros() {
    return new byte[12 << 20];
  }

  private static Bad unsafe(String name, byte[] bytes, String words) {
    return bad(name, bytes, PACKAGE_UNSAFE, words, "未予打开");
  }

  private static Bad unreadable(String name, byte[] bytes, String... words) {
    return bad(name, bytes, PACKAGE_UNREADABLE, words);
  }

  private static Bad bad(String name, byte[] bytes, FindingCode code, String... words) {
    return new Bad(name, bytes, code, List.of(words));
  }

  private static byte[] zip(RawZip.Part... parts) {
    return RawZip.of(parts).bytes();
  }

  /** A zip whose directory does not mention the bytes before it. */
  private static byte[] behind(byte[] hidden) {
    byte[] zip = zip(RawZip.part("seen", "y"));
    int end = zip.length - 22;
    int directory = zip[end + 16] & 0xFF;
    zip[end + 16] += (byte) hidden.length;
    zip[directory + 42] += (byte) hidden.length;
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(hidden);
    both.writeBytes(zip);
    return both.toByteArray();
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
