package cn.baosong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.ArchiveOpener;
import cn.baosong.reader.archive.OpenedArchive;
import cn.baosong.reader.bag.BagCheck;
import cn.baosong.reader.bag.Bags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCommandTest {
  @TempDir private Path temp;
  private Path folder = Path.of("");
  private Path zip = Path.of("");

  @BeforeEach
  void lay() throws IOException {
    folder = Files.createDirectories(temp.resolve("package"));
    zip = temp.resolve("package.zip");
    Files.createDirectories(folder.resolve("dossiers/1"));
    write(
        "package.json",
        """
        {"call": "sx-bqw-2020", "unit": {"code": "U1", "name": "示例市人社局"},
         "contact": {"name": "王示例"}, "dossiers": [{"path": "dossiers/1", "rank": 1}]}
        """);
    write("dossiers/1/dossier.json", "{\"姓名\": \"张三\"}");
  }

  @Test
  void makesABagThatSaysWhoSendsIt() throws IOException {
    Terminal pack = Terminal.run("pack", folder.toString(), "-o", zip.toString());
    assertThat(pack.status()).as(pack.err()).isZero();
    Path unpacked = Files.createDirectory(temp.resolve("unpacked"));
    OpenedArchive archive =
        new ArchiveOpener(ArchiveLimits.safe()).open(zip, "package.zip", unpacked);
    BagCheck bag = Bags.check(archive);
    assertThat(bag.faults()).isEmpty();
    assertThat(bag.info("Source-Organization")).contains("示例市人社局");
    assertThat(archive.entry("data/dossiers/1/dossier.json")).isPresent();
  }

  @Test
  void packsNothingThatLacksADossier() throws IOException {
    Files.delete(folder.resolve("dossiers/1/dossier.json"));
    Terminal pack = Terminal.run("pack", folder.toString(), "-o", zip.toString());
    assertThat(pack.status()).isEqualTo(1);
    assertThat(pack.err()).contains("dossiers/1", "dossier.json");
    assertThat(Files.exists(zip)).isFalse();
  }

  @Test
  void tellsTheLineOfABrokenPackageJson() throws IOException {
    write("package.json", "{\n\"call\": \n}");
    Terminal pack = Terminal.run("pack", folder.toString(), "-o", zip.toString());
    assertThat(pack.status()).isEqualTo(1);
    assertThat(pack.err()).contains("第 3 行").contains("line 3");
  }

  @Test
  void saysThatAFolderIsNoPackage() {
    Terminal pack = Terminal.run("pack", temp.toString(), "-o", zip.toString());
    assertThat(pack.status()).isEqualTo(1);
    assertThat(pack.err()).contains("没有 package.json");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }
}
