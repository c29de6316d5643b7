package cn.baosong.reader.pack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Opened;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.ArchiveOpener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows F10 and F12, inside an archive. */
class ManifestFaultsTest {
  private static final String WRONG = "0".repeat(64) + "  ";

  @TempDir Path temp;

  @Test
  void tellsExactlyWhichFilesOfTheManifestAreAbsentOrDiffer() throws IOException {
    Map<String, String> bag = new LinkedHashMap<>();
    bag.put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    bag.put("data/package.json", "{\"report\": {}, \"dossiers\": []}");
    bag.put("data/changed.pdf", "x");
    bag.put(
        "manifest-sha256.txt",
        WRONG + "data/absent.pdf\n" + WRONG + "data/changed.pdf\n" + WRONG + "data/package.json\n");
    Opened opened = open(bag);
    assertThat(opened.defects())
        .filteredOn(defect -> defect.code().equals("MATERIAL_INVALID"))
        .extracting(Defect::place)
        .contains("data/absent.pdf", "data/changed.pdf");
    assertThat(opened.defects())
        .filteredOn(defect -> defect.place().equals("data/absent.pdf"))
        .singleElement()
        .satisfies(defect -> assertThat(defect.remark()).isFalse());
  }

  @Test
  void asksForOneArchiveAUnitWhereTwoUnitsShareOne() throws IOException {
    Opened opened = open(Map.of("甲市/报送清单.csv", "通知,x\n", "乙市/报送清单.csv", "通知,x\n"));
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.UNREADABLE);
    assertThat(opened.defects())
        .singleElement()
        .extracting(Defect::sentence)
        .asString()
        .contains("甲市/报送清单.csv", "乙市/报送清单.csv", "按单位分别打包");
  }

  private Opened open(Map<String, String> files) throws IOException {
    Path zip = temp.resolve("package.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        packed.putNextEntry(new ZipEntry(file.getKey()));
        packed.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    ArchiveOpener opener = new ArchiveOpener(ArchiveLimits.safe());
    return new FrontDoor(opener, temp.resolve("work"), 100).open(zip, "package.zip");
  }
}
