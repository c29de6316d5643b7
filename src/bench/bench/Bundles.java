package bench;

import cn.baosong.journey.HandMade;
import cn.baosong.journey.Identities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sound packages of one candidate each, every one from another unit, with 150 KB of scans. */
final class Bundles {
  static final String CALL = "sx-bqw-2020";
  private static final int SCAN = 150_000;
  private static final int UNITS = 30_000;
  private static final LocalDate BORN = LocalDate.of(1972, 1, 1);

  private final Path folder;
  private final Random random = new Random(7);
  private int made;

  Bundles(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  List<Path> next(int count) throws IOException {
    List<Path> packages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      packages.add(next());
    }
    return packages;
  }

  /** The unit of the next package. */
  int unit() {
    return made;
  }

  private Path next() throws IOException {
    int unit = made++;
    byte[] scan = new byte[SCAN];
    random.nextBytes(scan);
    LocalDate born = BORN.plusDays(unit % 5000);
    return HandMade.of(CALL, code(unit), "第" + unit + "市人社局")
        .candidate("张三", Identities.of(born, unit % 1000), born)
        .with("01-张三/扫描件.jpg", scan)
        .zip(folder.resolve("p%06d.zip".formatted(unit)));
  }

  /** A registry that knows every unit. */
  static void registry(Path file) throws IOException {
    StringBuilder csv = new StringBuilder("code,name,aliases,kind,email,contact,phone,note\n");
    for (int i = 0; i < UNITS; i++) {
      csv.append(code(i)).append(",第").append(i).append("市人社局,,CITY_HR,").append(address(i)).append(",,,\n");
    }
    Files.writeString(file, csv, StandardCharsets.UTF_8);
  }

  /** Where the unit of a package has its letters sent. */
  static String address(int unit) {
    return "u%06d@unit.test".formatted(unit);
  }

  private static String code(int unit) {
    return "UNIT%06d".formatted(unit);
  }
}
