package cn.baosong.camel.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.carriers.Uploads;
import cn.baosong.desk.Reconciliation;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers at their worst: nothing is lost, nothing is mixed, nobody is followed anywhere. */
class OddServerTest {
  private static final Instant STAMP = Instant.parse("2020-03-24T08:00:00Z");
  private static final Charset GBK = Charset.forName("GBK");

  private ScriptedFtp odd;
  private Collecting office;

  @BeforeEach
  void open() throws Exception {
    odd = new ScriptedFtp();
    office = new Collecting();
  }

  @AfterEach
  void close() throws Exception {
    office.close();
    odd.close();
  }

  private void collect() throws Exception {
    office.from("ftp", odd.port(), Map.of("after", "move", "units", "true"));
  }

  private void put(String path, byte[] bytes) {
    odd.put(path, StandardCharsets.UTF_8, bytes, STAMP);
  }

  private static byte[] random(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private List<String> told() {
    return office.source().difference().stream().map(Reconciliation.Item::reason).toList();
  }

  /** F04: as the bytes are, and as people read them. */
  @Test
  void keepsTheBytesOfANameAndReadsThem() throws Exception {
    odd.put("推荐材料·張誠.zip", GBK, Uploads.bytes("GBK"), STAMP);
    put("推荐材料.zip", Uploads.bytes("UTF-8"));
    odd.put("\u00ff\u0081.zip", StandardCharsets.ISO_8859_1, Uploads.bytes("none"), STAMP);
    collect();
    List<Collecting.Came> came = office.await(3);
    assertThat(came).extracting(Collecting.Came::name).contains("推荐材料·張誠.zip", "推荐材料.zip");
    assertThat(came)
        .extracting(Collecting.Came::key)
        .anyMatch(key -> key.startsWith("one/%CD%C6%BC%F6"))
        .anyMatch(key -> key.startsWith("one/%FF%81.zip/4/"));
    office.looks(2);
    assertThat(odd.holds("received/推荐材料·張誠.zip", GBK)).isTrue();
    assertThat(odd.holds("received/推荐材料.zip", StandardCharsets.UTF_8)).isTrue();
  }

  /** However its files came, and whatever lies beside it. */
  @Test
  void takesAFolderWithItsListAsOnePackage() throws Exception {
    put("110000/报送包/01-张三/登记表.pdf", Uploads.bytes("form"));
    put("110000/beside.zip", Uploads.bytes("beside"));
    collect();
    office.await(1);
    office.looks(3);
    assertThat(office.came()).extracting(Collecting.Came::name).containsExactly("beside.zip");
    assertThat(told()).containsExactly("等待报送清单：散放的材料请与清单放在同一文件夹，或打包");
    put("110000/报送包/报送清单.csv", Uploads.bytes("list"));
    Collecting.Came folder = office.await(2).get(1);
    assertThat(folder.name()).isEqualTo("报送包.tar");
    assertThat(folder.unit()).contains("110000");
    assertThat(held(folder.bytes()))
        .containsExactly("报送包/01-张三/登记表.pdf: form", "报送包/报送清单.csv: list");
    office.looks(2);
    assertThat(odd.holds("received/110000/报送包/报送清单.csv", StandardCharsets.UTF_8)).isTrue();
    assertThat(told()).isEmpty();
  }

  /** A list in a unit's own folder makes one package of what is loose there. */
  @Test
  void takesWhatAUnitLaysIntoItsOwnFolderAsOnePackage() throws Exception {
    put("110000/报送清单.csv", Uploads.bytes("list"));
    put("110000/form.pdf", Uploads.bytes("form"));
    put("110000/beside.zip", Uploads.bytes("beside"));
    collect();
    List<Collecting.Came> came = office.await(2);
    assertThat(came)
        .extracting(Collecting.Came::name)
        .containsExactlyInAnyOrder("110000.tar", "beside.zip");
    assertThat(came).allSatisfy(each -> assertThat(each.unit()).contains("110000"));
  }

  /** What waits for a list that never comes is not lost. */
  @Test
  void takesLooseFilesByThemselvesWhenNoListEverCame() throws Exception {
    put("110000/form.pdf", Uploads.bytes("form"));
    collect();
    office.looks(3);
    assertThat(office.came()).isEmpty();
    office.clock().move(Duration.ofHours(7));
    assertThat(office.await(1).get(0).name()).isEqualTo("form.pdf");
  }

  private static List<String> held(byte[] tar) throws Exception {
    List<String> all = new ArrayList<>();
    try (TarArchiveInputStream in =
        new TarArchiveInputStream(new ByteArrayInputStream(tar), "UTF-8")) {
      for (TarArchiveEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        all.add(each.getName() + ": " + new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all;
  }

  @Test
  void asksForUtf8WhereItIsOffered() throws Exception {
    odd.offerUtf8(true);
    collect();
    office.looks(1);
    assertThat(odd.commands()).contains("OPTS UTF8 ON");
  }

  /** What a listing hides would be nobody's package. */
  @Test
  void tellsOfLinesThatItCannotRead() throws Exception {
    odd.list("?? no line of any server");
    put("清.zip", Uploads.bytes("with the byte 0x85"));
    collect();
    assertThat(office.await(1).get(0).name()).isEqualTo("清.zip");
    assertThat(told()).containsExactly("文件夹列表有 1 行读不懂，可能有文件没有看到：.");
  }

  /** A server decides neither whom we connect to nor where we look. */
  @Test
  void followsNoServerOutOfItsFolder() throws Exception {
    odd.passive("192,0,2,7");
    for (String name :
        List.of("../../etc/passwd", "/etc/shadow", "..\\..\\boot.ini", "a\tDELE b.zip", "..")) {
      odd.list("-rw-r--r-- 1 unit unit 5 Mar 25 00:00 " + name);
      odd.list("drwxr-xr-x 1 unit unit 5 Mar 25 00:00 " + name + "2");
    }
    odd.list("lrwxrwxrwx 1 unit unit 5 Mar 25 00:00 link.zip -> /etc/passwd");
    odd.list("brw-rw---- 1 root disk 8, 0 Mar 25 00:00 sda.zip");
    put("beside.zip", Uploads.bytes("beside"));
    put("110000/own.zip", Uploads.bytes("own"));
    put("110000x/sibling.zip", Uploads.bytes("sibling"));
    collect();
    List<Collecting.Came> came = office.await(3);
    assertThat(came)
        .extracting(c -> c.unit().orElse("-"))
        .containsExactlyInAnyOrder("-", "-", "110000");
    office.looks(2);
    assertThat(told())
        .anyMatch(words -> words.contains("etc/passwd") && words.contains("文件夹之外"))
        .anyMatch(words -> words.contains("etc/shadow"))
        .anyMatch(words -> words.contains("boot.ini"))
        .anyMatch(words -> words.contains("是链接") && words.contains("link.zip"));
    assertThat(odd.commands())
        .noneMatch(
            words -> words.matches("(CWD|RETR|SIZE|RNFR).*(passwd|shadow|boot|DELE|\\.\\.).*"));
  }

  @Test
  void readsOnWhereTheLineWasCut() throws Exception {
    byte[] large = random(300_000, 1);
    odd.cut(3, 80_000, () -> {});
    put("large.zip", large);
    collect();
    assertThat(office.await(1).get(0).bytes()).isEqualTo(large);
    assertThat(odd.commands()).anyMatch(words -> words.startsWith("REST "));
  }

  @Test
  void readsFromTheBeginningWhereAServerCannotReadOn() throws Exception {
    byte[] large = random(200_000, 2);
    odd.resume(false);
    odd.cut(1, 80_000, () -> {});
    put("again.zip", large);
    collect();
    assertThat(office.await(1).get(0).bytes()).isEqualTo(large);
  }

  /** Half of one and half of another is nobody's package. */
  @Test
  void neverMixesTwoVersions() throws Exception {
    byte[] first = random(200_000, 3);
    byte[] second = random(200_000, 4);
    odd.cut(
        1, 80_000, () -> odd.put("two.zip", StandardCharsets.UTF_8, second, STAMP.plusSeconds(9)));
    put("two.zip", first);
    collect();
    office.looks(3);
    office.clock().move(Duration.ofHours(1));
    assertThat(office.await(1)).extracting(Collecting.Came::bytes).containsExactly(second);
  }

  /** The same size, the same second: only the bytes themselves tell. */
  @Test
  void neverMixesTwoVersionsThatLookAlike() throws Exception {
    byte[] first = random(200_000, 5);
    byte[] second = random(200_000, 6);
    odd.cut(1, 80_000, () -> put("alike.zip", second));
    put("alike.zip", first);
    collect();
    office.looks(3);
    office.clock().move(Duration.ofHours(1));
    assertThat(office.await(1)).extracting(Collecting.Came::bytes).containsExactly(second);
  }

  /** A server that offers no MLSD is not asked about each file at each look. */
  @Test
  void asksAnOldServerOnceForTheTimeOfAFileThatStays() throws Exception {
    put("stays.zip.part", random(100, 7));
    collect();
    office.looks(12);
    assertThat(odd.commands()).filteredOn(line -> line.startsWith("MDTM")).hasSize(1);
    assertThat(odd.commands()).filteredOn(line -> line.startsWith("SIZE")).hasSize(1);
  }

  /** F02: what was overwritten is another version, what was moved is not overwritten. */
  @Test
  void takesAnOverwrittenFileAsAVersionOfItsOwn() throws Exception {
    put("same.zip", Uploads.bytes("version 1"));
    collect();
    office.await(1);
    office.looks(2);
    odd.put("same.zip", StandardCharsets.UTF_8, Uploads.bytes("version two"), STAMP.plusSeconds(5));
    List<Collecting.Came> came = office.await(2);
    assertThat(came).extracting(c -> c.bytes().length).containsExactly(9, 11);
    office.looks(2);
    assertThat(odd.holds("received/same.zip", StandardCharsets.UTF_8)).isTrue();
    assertThat(odd.holds("received/same~2.zip", StandardCharsets.UTF_8)).isTrue();
  }

  /** F02: the writer went on after we moved it. */
  @Test
  void putsBackWhatGrewAfterItWasMoved() throws Exception {
    put("growing.zip", Uploads.bytes("half"));
    collect();
    office.await(1);
    office.looks(2);
    byte[] whole = Uploads.bytes("half and half");
    odd.put("received/growing.zip", StandardCharsets.UTF_8, whole, STAMP.plusSeconds(60));
    assertThat(office.await(2).get(1).bytes()).isEqualTo(whole);
  }

  /** F05: no crowd and no line is longer than we want to know. */
  @Test
  void looksAtSoManyFilesAndNoMore() throws Exception {
    for (int i = 0; i < 60; i++) {
      put("crowd-%02d.zip".formatted(i), Uploads.bytes("crowd " + i));
    }
    odd.list("-rw-r--r-- 1 unit unit 5 Mar 25 00:00 " + "x".repeat(20_000));
    put("~$lock.docx", Uploads.bytes("junk"));
    put(".hidden", Uploads.bytes("junk"));
    put("Thumbs.db", Uploads.bytes("junk"));
    office.from("ftp", odd.port(), Map.of("entries", "40", "after", "keep"));
    office.await(38);
    office.looks(3);
    assertThat(office.came()).hasSize(38);
    assertThat(told()).anyMatch(words -> words.contains("文件太多"));
  }

  @Test
  void leavesNoFileBehindThatCouldNotBeRegistered() throws Exception {
    office.refuse(true);
    put("kept.zip", Uploads.bytes("kept"));
    collect();
    office.looks(3);
    assertThat(office.source().error()).hasValueSatisfying(e -> assertThat(e).contains("取不下来"));
    assertThat(odd.holds("kept.zip", StandardCharsets.UTF_8)).isTrue();
    office.refuse(false);
    office.clock().move(Duration.ofMinutes(5));
    assertThat(office.await(1)).hasSize(1);
  }

  /** F07: one file that is not to be had keeps no other waiting. */
  @Test
  void comesBackForAFileThatIsRefused() throws Exception {
    put("a-locked.zip", Uploads.bytes("locked"));
    put("b-open.zip", Uploads.bytes("open"));
    odd.lock("a-locked.zip", true);
    collect();
    assertThat(office.await(1).get(0).name()).isEqualTo("b-open.zip");
    office.looks(2);
    assertThat(told()).containsExactly("服务器不让取（被占用、无权限或已移走），稍后再取（已试 1 次）");
    assertThat(office.source().error()).isPresent();
    odd.lock("a-locked.zip", false);
    office.clock().move(Duration.ofMinutes(5));
    assertThat(office.await(2).get(1).name()).isEqualTo("a-locked.zip");
  }

  /** F09: each server has a thread of its own, and is not waited for without end. */
  @Test
  void waitsForNoServerThatSaysNothing() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Map<String, String> hanging = Map.of("server", "a-silent", "soTimeout", "300");
      office.from("ftp", silent.getLocalPort(), hanging);
      put("beside.zip", Uploads.bytes("beside"));
      collect();
      assertThat(office.await(1)).hasSize(1);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> office.source().error().isPresent());
      assertThat(office.source().name()).isEqualTo("a-silent/");
      assertThat(office.source().error()).contains(ServerTrouble.NETWORK.chinese());
    }
  }

  /** D03: intake stops before anything is asked for. */
  @Test
  void asksForNothingWhileNothingCanBeKept() throws Exception {
    office.shut(true);
    put("later.zip", Uploads.bytes("later"));
    collect();
    Awaitility.await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(30))
        .until(() -> odd.commands().isEmpty());
    office.shut(false);
    assertThat(office.await(1)).hasSize(1);
  }

  @Test
  void leavesAFolderToTheProcessThatHoldsIt() throws Exception {
    office.book().hold(false);
    put("once.zip", Uploads.bytes("once"));
    collect();
    assertThat(odd.commands()).isEmpty();
    office.book().hold(true);
    assertThat(office.await(1)).hasSize(1);
  }
}
