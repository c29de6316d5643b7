package cn.baosong.reader.pack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Opened;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.ArchiveOpener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedPackageTest {
  private static final Charset GBK = Charset.forName("GBK");
  private static final byte[] LIST =
      "通知,某通知\n报送单位,某单位\n序号,姓名\n1,张三\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private Opened open(Map<String, byte[]> files) throws IOException {
    return open(files, "a.zip");
  }

  private Opened open(Map<String, byte[]> files, String name) throws IOException {
    Path zip = Files.write(folder.resolve("blob"), zip(files));
    return new FrontDoor(new ArchiveOpener(ArchiveLimits.safe()), folder.resolve("work"), 2000)
        .open(zip, name);
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, GBK)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, byte[]> files(String name, byte[] content) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("报送清单.csv", LIST);
    files.put("01-张三/说明.txt", "正文".getBytes(StandardCharsets.UTF_8));
    files.put(name, content);
    return files;
  }

  private void tellsNothing(Opened opened) throws IOException {
    assertThat(opened).isEqualTo(Opened.closed(Opened.Outcome.CLASSIFIED));
    try (var left = Files.list(folder.resolve("work"))) {
      assertThat(left).as("what was unpacked is deleted").isEmpty();
    }
  }

  @Test
  void tellsNothingOfAPackageWithAMarkInItsText() throws IOException {
    tellsNothing(open(files("01-张三/附件.txt", "机密★5年\n张三".getBytes(GBK))));
    tellsNothing(open(files("01-张三/附件.pdf", PrintedForm.of(Map.of("密级", "机密★5年")))));
    tellsNothing(open(Map.of("报送清单.csv", "序号,姓名,备注\n1,张三,秘密★1年\n".getBytes(GBK))));
    tellsNothing(
        open(
            Map.of(
                "package.json",
                "{\"call\":\"x\",\"unit\":{\"name\":\"\\u79d8\\u5bc6\\u2605\"},\"dossiers\":[]}"
                    .getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void tellsNothingOfAPackageWithAMarkInAName() throws IOException {
    tellsNothing(open(files("01-张三/情况机密★5年.docx", new byte[] {1})));
    tellsNothing(open(files("02-李四(秘密★)/", new byte[0])));
    tellsNothing(open(files("__MACOSX/._机密★", new byte[] {1})));
    tellsNothing(open(files("../机密★5年.txt", new byte[] {1})));
    tellsNothing(open(files("内层.zip", zip(Map.of("绝密★启用前.txt", new byte[] {1})))));
    tellsNothing(open(files("内层.zip", zip(Map.of("a.txt", "绝密★启用前".getBytes(GBK))))));
  }

  @Test
  void letsAPersonLookWhereAMarkMayBeAWordAndNamesNoFile() throws IOException {
    Opened opened =
        open(files("01-张三/承诺.txt", "不得报送标有“机密★”字样的文件".getBytes(StandardCharsets.UTF_8)));
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.READ);
    assertThat(opened.doubts()).extracting(Defect::place).containsExactly("包内第 3 个文件（txt）");
    assertThat(opened.withoutDoubts().doubts()).isEmpty();
    assertThat(open(files("a.txt", new byte[] {'x'}), "机密＊报告.zip").doubts())
        .extracting(Defect::place)
        .containsExactly("报送包的名称");
  }

  @Test
  void saysOnceHowManyFilesWereNotSearched() throws IOException {
    Map<String, byte[]> files = files("01-张三/扫描.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1});
    files.put("01-张三/张三.RPU", new byte[] {0, 1, 2});
    List<Defect> told =
        open(files).defects().stream().filter(d -> d.code().equals("TEXT_NOT_SEARCHED")).toList();
    assertThat(told).singleElement().satisfies(d -> assertThat(d.remark()).isTrue());
    assertThat(told.get(0).sentence()).contains("有 2 个文件");
  }

  @Test
  void opensProseAndFootnotesAsEver() throws IOException {
    Opened opened =
        open(
            files(
                "01-张三/保密承诺书.txt",
                "本人系涉密人员，已脱密。严守国家秘密和商业秘密*。\n★ 内部资料，注意保存".getBytes(StandardCharsets.UTF_8)));
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.READ);
    assertThat(opened.defects()).noneMatch(d -> d.code().equals("CLASSIFIED_MARKING"));
    assertThat(opened.entries()).hasSize(1);
  }
}
