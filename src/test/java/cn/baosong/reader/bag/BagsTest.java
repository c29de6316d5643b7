package cn.baosong.reader.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.ArchiveOpener;
import cn.baosong.reader.archive.OpenedArchive;
import cn.baosong.reader.bag.BagFault.Kind;
import cn.baosong.reader.text.TextBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BagsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2020-03-30T17:00:00Z"), ZoneId.of("Asia/Shanghai"));

  @TempDir Path temp;

  @Test
  void findsNothingWrongWithACompleteBag() throws IOException {
    BagCheck check = check(bag());
    assertThat(check.faults()).isEmpty();
    assertThat(check.info("payload-oxum")).contains("3.2");
    assertThat(check.info("Contact-Name")).contains("李四 (虚构)");
  }

  @Test
  void namesTheFileThatIsMissingTheOneAlteredAndTheOneTooMany() throws IOException {
    Map<String, String> bag = bag();
    bag.remove("data/b.pdf");
    bag.put("data/报告.pdf", "z");
    bag.put("data/extra.pdf", "");
    bag.remove("bag-info.txt");
    bag.remove("tagmanifest-sha256.txt");
    assertThat(check(bag).faults())
        .extracting(BagFault::kind, BagFault::path)
        .containsExactlyInAnyOrder(
            tuple(Kind.ALTERED, "data/报告.pdf"),
            tuple(Kind.MISSING, "data/b.pdf"),
            tuple(Kind.UNLISTED, "data/extra.pdf"));
  }

  @Test
  void noticesATagFileThatWasChangedAfterwards() throws IOException {
    Map<String, String> bag = bag();
    bag.put("bag-info.txt", "Payload-Oxum: 3.2\n");
    assertThat(kinds(bag)).containsExactly(Kind.ALTERED);
  }

  @Test
  void countsThePayloadAgainstItsOxum() throws IOException {
    Map<String, String> bag = bag();
    bag.put("bag-info.txt", "Payload-Oxum: 4.2\n");
    bag.remove("tagmanifest-sha256.txt");
    assertThat(kinds(bag)).containsExactly(Kind.OXUM_DIFFERS);
  }

  @Test
  void fetchesNothing() throws IOException {
    Map<String, String> bag = bag();
    bag.put("fetch.txt", "http://169.254.169.254/ 3 data/x\n");
    assertThat(kinds(bag)).containsExactly(Kind.FETCH_REFUSED);
  }

  @Test
  void findsNamesWithPercentSignsWrittenByTheRuleAndWithoutIt() throws IOException {
    for (String written : List.of("data/100%25.pdf", "data/100%.pdf")) {
      Map<String, String> bag = skeleton();
      bag.put("data/100%.pdf", "x");
      bag.put("manifest-sha256.txt", sha("SHA-256", "x") + "  " + written + "\n");
      assertThat(kinds(bag)).isEmpty();
    }
    assertThat(Manifest.decoded("a%0Ab%0dc%25%20")).isEqualTo("a\nb\rc%%20");
    assertThat(Manifest.decoded(Manifest.encoded("a\r\n%0A%25"))).isEqualTo("a\r\n%0A%25");
  }

  @Test
  void acceptsTheLineEndsAndSignsOfOtherTools() throws IOException {
    Map<String, String> bag = skeleton();
    bag.put("data/a", "x");
    bag.put("data/b", "y");
    bag.put(
        "manifest-sha256.txt",
        sha("SHA-256", "x").toUpperCase(java.util.Locale.ROOT)
            + " *data/a\r\n"
            + sha("SHA-256", "y")
            + "\t./data/b\r\n");
    assertThat(kinds(bag)).isEmpty();
  }

  @Test
  void findsNamesThatMacosHasDecomposed() throws IOException {
    Map<String, String> bag = skeleton();
    bag.put("data/e\u0301.pdf", "x");
    bag.put("manifest-sha256.txt", sha("SHA-256", "x") + "  data/\u00e9.pdf\n");
    assertThat(kinds(bag)).isEmpty();
  }

  @Test
  void checksSha512WhereThatIsTheManifest() throws IOException {
    Map<String, String> bag = skeleton();
    bag.put("data/a", "x");
    bag.put("manifest-sha512.txt", sha("SHA-512", "x") + "  data/a\n");
    assertThat(kinds(bag)).isEmpty();
    bag.put("data/a", "y");
    assertThat(kinds(bag)).containsExactly(Kind.ALTERED);
  }

  @Test
  void wantsADeclarationAndAManifestThatCanBeRead() throws IOException {
    Map<String, String> bag = bag();
    bag.put("bagit.txt", "BagIt-Version: 7\n");
    bag.remove("tagmanifest-sha256.txt");
    assertThat(kinds(bag)).containsExactly(Kind.MALFORMED);
    Map<String, String> md5 = skeleton();
    md5.put("data/a", "x");
    md5.put("manifest-md5.txt", "9dd4e461268c8034f5c8564e155c67a6  data/a\n");
    assertThat(kinds(md5)).containsExactly(Kind.NO_MANIFEST);
    Map<String, String> prose = skeleton();
    prose.put("manifest-sha256.txt", "see the attached list\n");
    assertThat(kinds(prose)).containsExactly(Kind.MALFORMED);
  }

  @Test
  void doesNotMissWhatItLeftOutItself() throws IOException {
    Map<String, String> bag = bag();
    bag.put("data/Thumbs.db", "t");
    bag.put(
        "manifest-sha256.txt",
        bag.get("manifest-sha256.txt") + sha("SHA-256", "t") + "  data/Thumbs.db\n");
    bag.remove("tagmanifest-sha256.txt");
    bag.put("bag-info.txt", "Payload-Oxum: 4.3\n");
    assertThat(kinds(bag)).isEmpty();
  }

  @Test
  void readsAManifestInGbkWhereTheBagDeclaresIt() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("bagit.txt", utf8("BagIt-Version: 0.97\nTag-File-Character-Encoding: GBK\n"));
    files.put("data/报告.pdf", utf8("x"));
    files.put(
        "manifest-sha256.txt",
        (sha("SHA-256", "x") + "  data/报告.pdf\n").getBytes(TextBytes.GB18030));
    assertThat(Bags.check(open(zip(files))).faults()).isEmpty();
  }

  @Test
  void packsABagThatItFindsValidTheSameEachTime() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("in/dossiers/1"));
    Files.writeString(temp.resolve("in/package.json"), "{}");
    Files.writeString(folder.resolve("100%.txt"), "x");
    Files.writeString(folder.resolve("Thumbs.db"), "junk");
    Map<String, String> info = new LinkedHashMap<>();
    info.put("Source-Organization", "虚构市\n人社局");
    Bags.pack(temp.resolve("in"), temp.resolve("out.zip"), info, CLOCK);
    byte[] first = Files.readAllBytes(temp.resolve("out.zip"));
    Bags.pack(temp.resolve("in"), temp.resolve("out.zip"), info, CLOCK);
    assertThat(Files.readAllBytes(temp.resolve("out.zip"))).isEqualTo(first);
    OpenedArchive opened = open(temp.resolve("out.zip"));
    assertThat(opened.topFolder()).contains("out");
    assertThat(opened.entries())
        .extracting(e -> e.path())
        .containsExactly(
            "bagit.txt",
            "bag-info.txt",
            "manifest-sha256.txt",
            "tagmanifest-sha256.txt",
            "data/dossiers/1/100%.txt",
            "data/package.json");
    BagCheck check = Bags.check(opened);
    assertThat(check.faults()).isEmpty();
    assertThat(check.info("Source-Organization")).contains("虚构市 人社局");
    assertThat(check.info("Bagging-Date")).contains("2020-03-31");
  }

  @Test
  void packsNoLinksAndNothingWithoutItsPackageFile() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("in"));
    assertThatThrownBy(() -> Bags.pack(folder, temp.resolve("o.zip"), Map.of(), CLOCK))
        .isInstanceOf(NoSuchFileException.class);
    Files.writeString(folder.resolve("package.json"), "{}");
    Files.createSymbolicLink(
        folder.resolve("link"), Files.createDirectory(temp.resolve("elsewhere")));
    assertThatThrownBy(() -> Bags.pack(folder, temp.resolve("o.zip"), Map.of(), CLOCK))
        .hasMessageContaining("no links");
    assertThat(temp.resolve("o.zip")).doesNotExist();
  }

  private static Map<String, String> skeleton() {
    Map<String, String> bag = new LinkedHashMap<>();
    bag.put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    return bag;
  }

  private static Map<String, String> bag() {
    Map<String, String> bag = skeleton();
    bag.put("data/报告.pdf", "a");
    bag.put("data/b.pdf", "bc");
    bag.put("bag-info.txt", "Payload-Oxum: 3.2\nContact-Name: 李四\n  (虚构)\n");
    bag.put(
        "manifest-sha256.txt",
        sha("SHA-256", "a") + "  data/报告.pdf\n" + sha("SHA-256", "bc") + "  data/b.pdf\n");
    StringBuilder tags = new StringBuilder();
    for (String name : List.of("bagit.txt", "bag-info.txt", "manifest-sha256.txt")) {
      tags.append(sha("SHA-256", bag.getOrDefault(name, "")))
          .append("  ")
          .append(name)
          .append('\n');
    }
    bag.put("tagmanifest-sha256.txt", tags.toString());
    return bag;
  }

  private List<Kind> kinds(Map<String, String> bag) throws IOException {
    return check(bag).faults().stream().map(BagFault::kind).toList();
  }

  private BagCheck check(Map<String, String> bag) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    bag.forEach((name, text) -> files.put("wrap/" + name, utf8(text)));
    OpenedArchive opened = open(zip(files));
    assertThat(opened.stoppedBy()).isEmpty();
    return Bags.check(opened);
  }

  private OpenedArchive open(Path zip) throws IOException {
    Path work = Files.createTempDirectory(temp, "w");
    return new ArchiveOpener(ArchiveLimits.safe()).open(zip, "bag.zip", work);
  }

  private Path zip(Map<String, byte[]> files) throws IOException {
    Path file = Files.createTempFile(temp, "bag", ".zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    }
    return file;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha(String algorithm, String content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(utf8(content)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }
}
