package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state of a running office as it would lie there if it were stopped now. */
final class StoppedCopy {
  private static final String FILE = "baosong.mv.db";

  private StoppedCopy() {}

  /** A folder with a copy of the embedded database. */
  static Path of(DataSource office) throws IOException {
    Path home = Files.createTempDirectory("baosong-stopped");
    Path zip = home.resolve("backup.zip");
    JdbcClient.create(office).sql("backup to '" + zip + "'").update();
    Path db = Files.createDirectories(home.resolve("db")).resolve(FILE);
    try (ZipFile backup = new ZipFile(zip.toFile());
        InputStream bytes = backup.getInputStream(backup.getEntry(FILE))) {
      Files.copy(bytes, db);
    }
    Files.delete(zip);
    return home;
  }

  /** Every file under it, and what it holds. */
  static Map<String, String> files(Path home) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            home.relativize(file).toString(), RunningOffice.digest(Files.readAllBytes(file)).hex());
      }
    }
    assertThat(files).containsKey("db/" + FILE);
    return files;
  }
}
