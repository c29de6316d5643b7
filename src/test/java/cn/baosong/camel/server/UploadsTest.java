package cn.baosong.camel.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.carriers.Uploads;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Probe;
import cn.baosong.desk.ProbeDesk;
import cn.baosong.desk.Reconciliation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads as they run, stop, and lie there, on an SFTP server. */
class UploadsTest {
  private static final Instant STAMP = Instant.parse("2020-03-24T08:00:00Z");

  @TempDir Path home;
  private Uploads uploads;
  private SshServer server;
  private Collecting office;
  private final SentProbes probes = new SentProbes();
  private final ProbeDesk desk =
      new ProbeDesk(List.of(), probes, Duration.ZERO, Duration.ZERO, Clock.systemUTC());

  @BeforeEach
  void open() throws Exception {
    uploads = new Uploads(home);
    server = uploads.sftp("one");
    office = new Collecting(desk);
  }

  @AfterEach
  void close() throws Exception {
    office.close();
    server.close(true);
  }

  private void collect(String... more) throws Exception {
    Map<String, String> all = new HashMap<>();
    all.put("knownHosts", uploads.knownHosts("known", server.getPort()).toString());
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    office.from("sftp", server.getPort(), all);
  }

  private Path put(String path, String words) throws Exception {
    Path file = uploads.folder("one").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, words);
    Files.setLastModifiedTime(file, FileTime.from(STAMP));
    return file;
  }

  private List<String> waiting() {
    return office.source().difference().stream()
        .map(item -> item.name() + ": " + item.reason())
        .toList();
  }

  /** F01. */
  @Test
  void takesNothingThatHasNotStopped() throws Exception {
    put("slow.zip", "half");
    collect("quiet", "60s", "unfinished", "6h");
    office.looks(3);
    office.clock().move(Duration.ofSeconds(50));
    put("slow.zip", "half and half");
    office.looks(3);
    office.clock().move(Duration.ofSeconds(50));
    office.looks(3);
    assertThat(office.came()).isEmpty();
    assertThat(waiting()).containsExactly("slow.zip: 刚出现或还在变化，停下后再取");
    office.clock().move(Duration.ofSeconds(11));
    assertThat(new String(office.await(1).get(0).bytes(), StandardCharsets.UTF_8))
        .isEqualTo("half and half");
  }

  /** F01: what rests half done is a person's. */
  @Test
  void tellsOfAnUploadThatNeverEnds() throws Exception {
    put("never.zip.part", "half");
    collect("quiet", "60s", "unfinished", "6h");
    office.looks(2);
    assertThat(office.source().error()).isEmpty();
    office.clock().move(Duration.ofHours(7));
    office.looks(2);
    assertThat(office.came()).isEmpty();
    assertThat(waiting()).containsExactly("never.zip.part: 上传未完成，已久无动静，请联系报送单位重传");
    assertThat(office.source().error()).isPresent();
  }

  @Test
  void takesAtOnceWhatLosesItsUnfinishedEnding() throws Exception {
    Path part = put("renamed.zip.filepart", "whole");
    collect("quiet", "1h");
    office.looks(2);
    Files.move(part, part.resolveSibling("renamed.zip"));
    assertThat(office.await(1).get(0).name()).isEqualTo("renamed.zip");
  }

  @Test
  void waitsForTheMarkOfAWholeUpload() throws Exception {
    put("110000/a.zip", "a");
    collect("complete", "done", "done", ".ok", "units", "true");
    office.looks(3);
    assertThat(waiting()).containsExactly("a.zip: 等待完成标记 a.zip.ok");
    put("110000/a.ok", "");
    assertThat(office.await(1).get(0).unit()).contains("110000");
    office.looks(1);
    assertThat(office.source().held()).isEqualTo(1);
    assertThat(office.source().registered()).isEqualTo(1);
  }

  /** F05, F06: an empty file, junk, links and pipes are nobody's package. */
  @Test
  void takesOnlyFilesThatHoldSomething() throws Exception {
    put("empty.zip", "");
    put("._a.zip", "junk");
    put("deep/er/and/deep/er.zip", "too deep");
    Path real = put("real*[1]?.zip", "real");
    Files.createSymbolicLink(real.resolveSibling("link.zip"), Path.of("/etc/hostname"));
    new ProcessBuilder("mkfifo", real.resolveSibling("pipe.zip").toString()).start().waitFor();
    collect("after", "rename", "moveTo", "taken");
    assertThat(office.await(1).get(0).name()).isEqualTo("real*[1]?.zip");
    office.looks(2);
    assertThat(office.came()).hasSize(1);
    assertThat(waiting())
        .contains("empty.zip: 空文件（0 字节），没有取")
        .anyMatch(told -> told.contains("是链接，没有取：link.zip"))
        .anyMatch(told -> told.contains("不是普通文件，没有取：pipe.zip"))
        .anyMatch(told -> told.contains("层数太多"));
    assertThat(real.resolveSibling("real*[1]?.zip.taken")).hasContent("real");
  }

  @Test
  void knowsWhatItHasWhenItStartsAgain() throws Exception {
    put("kept.zip", "kept");
    office.book().registered().add("one/kept.zip/4/" + STAMP.getEpochSecond());
    collect();
    office.looks(3);
    assertThat(office.came()).isEmpty();
    assertThat(office.source().registered()).isEqualTo(1);
    put("kept.zip", "kept, second version");
    assertThat(office.await(1).get(0).key()).startsWith("one/kept.zip/20/");
  }

  /** The time of a file is what its sender wants it to be. */
  @Test
  void restsNothingOnTheTimeOfAFile() throws Exception {
    Instant before = office.clock().instant();
    collect();
    office.clock().move(Duration.ofSeconds(30));
    office.looks(2);
    office.isHeldByAnother();
    office.clock().move(Duration.ofSeconds(30));
    put("claimed.zip", "claimed");
    office.book().hold(true);
    Collecting.Came came = office.await(1).get(0);
    assertThat(came.received().trust()).isEqualTo(TrustClass.B);
    assertThat(came.received().interval())
        .isEqualTo(new Interval(before.plusSeconds(30), before.plusSeconds(60)));
    assertThat(came.remarks())
        .anyMatch(told -> told.matches("文件自带的修改时间是 [-0-9]{10} [:0-9]{8}，.*修改时间上传者可以设定.*"));
    assertThat(came.outage()).isEmpty();
  }

  /** D12, F1 of domain.md: what came while nobody looked is told so. */
  @Test
  void tellsThatNobodyLookedForThreeDays() throws Exception {
    Instant now = office.clock().instant();
    office.book().lookedAt(now.minus(Duration.ofDays(3)));
    put("while-down.zip", "while down");
    collect();
    Collecting.Came came = office.await(1).get(0);
    assertThat(came.outage()).contains(new Interval(now.minus(Duration.ofDays(3)), now));
    assertThat(came.received().interval().earliest()).isEqualTo(now.minus(Duration.ofDays(3)));
    office.looks(2);
    assertThat(office.book().outages(9)).hasSize(1);
  }

  @Test
  void believesTheLogOfTheServer() throws Exception {
    Path log = home.resolve("xferlog");
    Files.writeString(
        log,
        """
        Wed Mar 25 08:40:00 2020 1 192.0.2.7 6 /logged_file.zip b _ i r unit ftp 0 * c
        Wed Mar 25 08:50:00 2020 1 192.0.2.7 6 /logged_file.zip b _ i r unit ftp 0 * c
        Wed Mar 25 08:55:00 2020 1 192.0.2.7 6 /logged_file.zip b _ i r unit ftp 0 * i
        Wed Mar 25 08:56:00 2020 1 192.0.2.7 6 /logged_file.zip b _ o r unit ftp 0 * c
        """);
    put("logged file.zip", "logged");
    collect("transferLog", log.toString(), "logZone", "Asia/Shanghai");
    Collecting.Came came = office.await(1).get(0);
    assertThat(came.received().trust()).isEqualTo(TrustClass.A);
    assertThat(came.received().interval())
        .isEqualTo(Interval.second(Instant.parse("2020-03-25T00:50:00Z")));
  }

  @Test
  void readsTheLogOnTheServerByTheServersClock() throws Exception {
    Path folder = uploads.folder("one");
    put(
        "var/log.txt",
        "2020-03-25T08:50:00+08:00 host internal-sftp[7]: close \"/in/sound.zip\""
            + " bytes read 0 written 5\n");
    put("in/sound.zip", "sound");
    collect("transferLog", "server:/var/log.txt", "folder", "in", "probe", "true");
    Collecting.Came came = office.await(1).get(0);
    // the server's clock is that of this machine, years ahead of this office's
    assertThat(came.remarks()).anyMatch(told -> told.contains("服务器的时钟与本机相差"));
    assertThat(office.source().difference())
        .extracting(Reconciliation.Item::reason)
        .anyMatch(told -> told.contains("服务器的时钟比本机快"));
    assertThat(folder.resolve("in/.baosong-clock")).doesNotExist();
  }

  /** The canary: written, found by its token, taken away, registered by nobody. */
  @Test
  void provesTheWayByAnUploadToItself() throws Exception {
    collect("probe", "true");
    office.looks(1);
    ServerProber prober = new ServerProber(Channel.SFTP, office.servers());
    assertThat(prober.sources()).containsExactly("one/");
    Files.writeString(uploads.folder("one").resolve("baosong-probe-false"), "forged");
    put("baosong-probe-of-a-unit.zip", "a package");
    Probe probe = Probe.of("p1", "one/", Instant.EPOCH);
    prober.send(probe, probes.seal("probe\nsftp\none/\np1"));
    office.looks(3);
    assertThat(probes.seen()).containsExactly("p1");
    assertThat(uploads.folder("one").resolve("baosong-probe-p1")).doesNotExist();
    assertThat(uploads.folder("one").resolve("baosong-probe-false")).exists();
    assertThat(office.came())
        .extracting(Collecting.Came::name)
        .containsExactly("baosong-probe-of-a-unit.zip");
  }

  /** F07, F09: one that does not answer stops no other, and is told with its cause. */
  @Test
  void goesOnWhenAServerComesBack() throws Exception {
    put("later.zip", "later");
    int port = server.getPort();
    server.stop(true);
    office.from("sftp", port, Map.of("knownHosts", uploads.knownHosts("known", port).toString()));
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> office.source().error().isPresent());
    assertThat(office.source().error()).contains(ServerTrouble.NETWORK.chinese());
    assertThat(office.book().outages(9)).hasSize(1);
    server = uploads.sftp("one", port);
    office.clock().move(Duration.ofMinutes(6));
    assertThat(office.await(1)).hasSize(1);
    office.looks(2);
    assertThat(office.book().outages(9)).allMatch(outage -> outage.ended().isPresent());
  }

  /** The pieces of one archive are one package, once all are there. */
  @Test
  void waitsForTheVolumesOfAnArchive() throws Exception {
    put("a.zip.002", "piece 2");
    put("b.z01", "zip volume");
    put("c.part1.rar", "rar volume");
    put("c.part2.rar", "end");
    put("alone.zip", "alone");
    collect("after", "move");
    office.await(2);
    office.looks(2);
    assertThat(waiting())
        .containsExactlyInAnyOrder(
            "a.zip.001: 等待分卷：缺第 1 卷，已到 1 卷", "b.zip: 等待分卷：缺最后一卷 b.zip，已到 1 卷");
    put("a.zip.001", "piece number 1, ");
    put("b.zip", "the end");
    List<Collecting.Came> came = office.await(4);
    assertThat(came)
        .extracting(Collecting.Came::name)
        .containsExactlyInAnyOrder("alone.zip", "c.part1.rar.tar", "a.zip", "b.zip.tar");
    assertThat(came)
        .filteredOn(one -> one.name().equals("a.zip"))
        .extracting(one -> new String(one.bytes(), StandardCharsets.UTF_8))
        .containsExactly("piece number 1, piece 2");
    assertThat(came)
        .filteredOn(one -> one.name().equals("b.zip.tar"))
        .allSatisfy(one -> assertThat(one.bytes()).hasSize(4 * 512 + 2 * 512));
    office.looks(2);
    assertThat(uploads.folder("one").resolve("received/b.z01")).exists();
    assertThat(uploads.folder("one").resolve("a.zip.002")).doesNotExist();
  }
}
