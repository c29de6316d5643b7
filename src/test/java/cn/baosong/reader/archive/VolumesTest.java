package cn.baosong.reader.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.reader.archive.Defect.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

/** Volumes of one archive that came together, as a folder of a server or a mail brings them. */
class VolumesTest extends OpeningTest {
  private static final int LEAST = 64 * 1024;

  /** Of random bytes, so that no compression makes one disk of it. */
  private static byte[] scan(int seed) {
    byte[] bytes = new byte[100_000];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** A real split zip by name of its volume: a.z01, a.z02 …, a.zip. */
  private Map<String, byte[]> split() throws IOException {
    Path folder = Files.createTempDirectory(temp, "split");
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(folder.resolve("a.zip"), LEAST)) {
      for (int i = 0; i < 3; i++) {
        zip.putArchiveEntry(new ZipArchiveEntry("包/0" + i + "/扫描件.pdf"));
        zip.write(scan(i));
        zip.closeArchiveEntry();
      }
      zip.putArchiveEntry(new ZipArchiveEntry("包/报送清单.csv"));
      zip.write("list".getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    Map<String, byte[]> volumes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        volumes.put(each.getFileName().toString(), Files.readAllBytes(each));
      }
    }
    return volumes;
  }

  private static RawTar tar(Map<String, byte[]> files) {
    RawTar tar = new RawTar();
    files.forEach((name, bytes) -> tar.entry(name.getBytes(StandardCharsets.UTF_8), '0', bytes));
    return tar;
  }

  private static Map<String, byte[]> pieces(String name, byte[] whole) {
    Map<String, byte[]> pieces = new TreeMap<>();
    int size = whole.length / 3 + 1;
    for (int i = 0; i < 3; i++) {
      byte[] piece = Arrays.copyOfRange(whole, i * size, Math.min(whole.length, (i + 1) * size));
      pieces.put("%s.%03d".formatted(name, i + 1), piece);
    }
    return pieces;
  }

  @Test
  void opensASplitZipAsOnePackage() throws IOException {
    Map<String, byte[]> volumes = split();
    assertThat(volumes.keySet()).contains("a.z01", "a.z02", "a.zip");
    OpenedArchive opened = open(tar(volumes));
    assertThat(opened.defects()).isEmpty();
    assertThat(paths(opened)).containsExactly("00/扫描件.pdf", "01/扫描件.pdf", "02/扫描件.pdf", "报送清单.csv");
    for (int i = 0; i < 3; i++) {
      Path scan = opened.entry("0" + i + "/扫描件.pdf").orElseThrow().extracted();
      assertThat(scan).hasBinaryContent(scan(i));
    }
    assertThat(filesLeft()).isEqualTo(4);
  }

  @Test
  void opensPiecesOneAfterAnother() {
    byte[] seven = new RawSevenZip().file("报送清单.csv", "x".repeat(5000)).bytes();
    OpenedArchive opened = open(tar(pieces("a.7z", seven)));
    assertThat(opened.defects()).isEmpty();
    assertThat(paths(opened)).containsExactly("报送清单.csv");
    byte[] zip = RawZip.of(RawZip.part("报送清单.csv", "list")).bytes();
    assertThat(paths(open(tar(pieces("a.zip", zip))))).containsExactly("报送清单.csv");
  }

  /** Beside other papers it becomes a folder of its name, as any archive does. */
  @Test
  void opensVolumesBesideOtherFiles() throws IOException {
    Map<String, byte[]> all = split();
    all.put("报送清单.csv", new byte[] {'a'});
    assertThat(paths(open(tar(all)))).contains("a/00/扫描件.pdf", "报送清单.csv");
  }

  @Test
  void asksForTheWholeWhereAVolumeIsMissing() throws IOException {
    for (String missing : List.of("a.z01", "a.z02", "a.zip")) {
      Map<String, byte[]> volumes = split();
      volumes.remove(missing);
      OpenedArchive opened = open(tar(volumes));
      assertThat(opened.defects()).as(missing).isNotEmpty();
      assertThat(opened.defects()).anyMatch(d -> d.chinese().contains("分卷"));
      assertThat(paths(opened)).noneMatch(path -> path.contains("扫描件"));
    }
  }

  /** Its directory may point anywhere. */
  @Test
  void believesNoDirectoryOfASplitZip() throws IOException {
    Map<String, byte[]> volumes = split();
    byte[] last = Objects.requireNonNull(volumes.get("a.zip"));
    for (int at = last.length - 200; at < last.length; at += 3) {
      byte[] doctored = last.clone();
      doctored[at] ^= 0x55;
      Map<String, byte[]> all = new TreeMap<>(volumes);
      all.put("a.zip", doctored);
      List<Kind> kinds = new ArrayList<>(kinds(open(tar(all))));
      assertThat(kinds).doesNotContain((Kind) null);
    }
  }
}
