package cn.baosong.reader.pack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.ArchiveOpener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a unit states of its signed paper, at both front doors. */
class StatedPaperTest {
  @TempDir Path folder;

  @Test
  void takesOfASharedPaperJsonWhatIsSaidOfThisCandidate() throws IOException {
    String paper =
        """
        {"parcel": {"carrier": "EMS", "item": "1", "dispatchPostmark": "2020-03-30"},
         "candidates": [{"name": "李四", "fields": {"专业技术职称": "讲师"}},
          {"name": "张三", "fields": {"专业技术职称": "教授"}}]}
        """;

    Opened.Entry one =
        open(
            Map.of(
                "package.json",
                """
                {"call": "c", "dossiers": [{"path": "dossiers/1", "rank": 1}]}
                """,
                "dossiers/1/dossier.json",
                "{\"姓名\": \"张三\"}",
                "dossiers/1/paper.json",
                paper));

    assertThat(one.paper()).isEqualTo(Map.of("专业技术职称", "教授"));
    assertThat(one.parcel().flatMap(StatedParcel::dispatchPostmark))
        .contains(LocalDate.of(2020, 3, 30));
  }

  @Test
  void readsTheColumnsOfTheListThatSpeakOfThePaper() throws IOException {
    String list = "通知,某通知\n序号,姓名,纸质·姓名,纸质·邮戳日期,纸质·邮件号\n1,张三,张　三,2020年3月30日,123\n";

    Opened.Entry one = open(Map.of("报送清单.csv", list));

    assertThat(one.cells()).containsEntry("姓名", "张三").doesNotContainKey("纸质·姓名");
    assertThat(one.paper()).isEqualTo(Map.of("姓名", "张　三"));
    assertThat(one.parcel().map(StatedParcel::item)).contains("123");
    assertThat(one.parcel().flatMap(StatedParcel::dispatchPostmark))
        .contains(LocalDate.of(2020, 3, 30));
  }

  private Opened.Entry open(Map<String, String> files) throws IOException {
    Path file = folder.resolve("blob");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> one : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(one.getKey()));
        zip.write(one.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return new FrontDoor(new ArchiveOpener(ArchiveLimits.safe()), folder.resolve("work"), 2000)
        .open(file, "a.zip")
        .entries()
        .get(0);
  }
}
