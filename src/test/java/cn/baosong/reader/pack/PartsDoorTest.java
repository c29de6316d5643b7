package cn.baosong.reader.pack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Opened;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.ArchiveOpener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files that are one package. */
class PartsDoorTest {
  private static final String LIST = "通知,某通知\n报送单位,某单位\n序号,姓名\n1,";

  @TempDir private Path folder;
  private int made;

  private Path zip(String... files) throws IOException {
    Path zip = folder.resolve(++made + ".zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream packed = new ZipOutputStream(out)) {
      for (int i = 0; i < files.length; i += 2) {
        packed.putNextEntry(new ZipEntry("包/" + files[i]));
        packed.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }

  private Opened open(Path... parts) throws IOException {
    return new FrontDoor(new ArchiveOpener(ArchiveLimits.safe()), folder.resolve("work"), 2000)
        .open(List.of(parts), "材料3of3.zip", ReadingWatch.NONE);
  }

  private static List<String> files(Opened opened) {
    return Stream.concat(
            opened.documents().stream(),
            opened.entries().stream().flatMap(entry -> entry.documents().stream()))
        .map(Document::path)
        .toList();
  }

  @Test
  void addsTheCandidatesOfEachListInTheOrderOfTheParts() throws IOException {
    Opened opened =
        open(
            zip("报送清单.csv", LIST + "张三", "推荐报告.txt", "a", "01-张三/证明.txt", "b"),
            zip("报送清单.csv", LIST + "李四", "推荐报告.txt", "a", "01-李四/证明.txt", "c"));
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.READ);
    assertThat(opened.stated().unitName()).contains("某单位");
    assertThat(opened.entries())
        .extracting(entry -> entry.cells().get("姓名"))
        .containsExactly("张三", "李四");
    assertThat(opened.entries()).extracting(Opened.Entry::rank).containsExactly(1, 2);
    assertThat(files(opened))
        .containsExactly("1/推荐报告.txt", "2/推荐报告.txt", "1/01-张三/证明.txt", "2/01-李四/证明.txt");
    assertThat(opened.content()).isPresent();
    assertThat(opened.defects()).noneMatch(defect -> defect.code().equals("MATERIAL_INVALID"));
  }

  @Test
  void givesPapersWithoutAListToTheListOfTheOthers() throws IOException {
    Opened opened =
        open(
            zip("01-张三/证明.txt", "b", "说明.txt", "d"),
            zip("报送清单.csv", LIST + "张三", "说明.txt", "e"),
            zip("01-张三/证明.txt", "c"));
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.READ);
    assertThat(opened.entries()).hasSize(1);
    assertThat(files(opened)).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void asksForAListWhereNoneOfThemHasOne() throws IOException {
    Opened opened = open(zip("a.txt", "a"), zip("b.txt", "b"));
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.UNREADABLE);
    assertThat(opened.defects().toString()).contains("没有报送清单");
  }
}
