package cn.baosong.reader.pack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Opened;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.ArchiveOpener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundTextTest {
  @TempDir Path directory;

  @Test
  void letsNoHalfCharacterIntoTheOfficeWhateverTheDoor() throws IOException {
    String name = "\"张\\ud800\\u0000三\"";
    assertThat(open("报送清单.json", "[{\"姓名\":" + name + ",\"注\\ud800\":\"x\"}]").entries())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.cells()).containsEntry("姓名", "张\ufffd\ufffd三");
              assertThat(row.cells()).containsEntry("注\ufffd", "x");
            });
    String unit = "\"unit\":{\"name\":" + name + "}";
    Opened strict =
        open("package.json", "{" + unit + ",\"report\":{\"a\":[" + name + "]},\"dossiers\":[]}");
    assertThat(strict.stated().unitName()).contains("张\ufffd\ufffd三");
    assertThat(strict.report().text("a")).contains("张\ufffd\ufffd三");
  }

  @Test
  void leavesSoundTextAlone() {
    String rare = "䶮\ud842\udfb7·\n";
    assertThat(SoundText.of(rare)).isSameAs(rare);
  }

  private Opened open(String name, String text) throws IOException {
    Path blob = directory.resolve("blob");
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(blob), StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return new FrontDoor(new ArchiveOpener(ArchiveLimits.safe()), directory.resolve("work"), 2000)
        .open(blob, "a.zip");
  }
}
