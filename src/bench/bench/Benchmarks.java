package bench;

import cn.baosong.desk.Barrier;
import cn.baosong.desk.PackageReader;
import cn.baosong.desk.Reception;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.ArchiveOpener;
import cn.baosong.reader.pack.FrontDoor;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.springframework.util.FileSystemUtils;

/** Runs every measurement and prints the table of {@code src/site/benchmarks.md}. */
public final class Benchmarks {
  private static final int ROUNDS = 7;
  private static final int COPIES = 19;
  private static final int LARGE = 2_048;
  private static final int SENDERS = 16;
  private static final int PAGES = 2_000;
  private static final int READERS = 50;
  private static final int FORMS = 50;
  private static final int PAGES_OPEN = 200;
  private static final int DOSSIERS = 1_000_000;

  /** The office's own, and where Debian puts a brush and another sans. */
  private static final String FONTS =
      String.join(
          File.pathSeparator,
          "src/main/resources/fonts/NotoSansSC-Regular.ttf",
          "/usr/share/fonts/truetype/arphic/ukai.ttc",
          "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc");

  private final Path root;
  private final Bundles bundles;
  private final Table table = new Table();
  private final int season;
  private final int batch;

  private Benchmarks(Path root, int season) throws Exception {
    this.root = root;
    this.season = season;
    this.batch = season / 10;
    this.bundles = new Bundles(root.resolve("made"));
  }

  /**
   * {@code Benchmarks <jar> <folder> <packages of a season> [parts]}: 1,000 for figures, 100 for a
   * try; of the parts {@code reading,durability,season,memory,replay} all unless some are named;
   * {@code crowd} (long, 10 GB of disk), {@code mail}, {@code files}, {@code ocr} and {@code
   * million} (10 GB) only when they are named.
   */
  public static void main(String[] words) throws Exception {
    Path root = Path.of(words[1]).toAbsolutePath();
    FileSystemUtils.deleteRecursively(root);
    Files.createDirectories(root);
    Benchmarks all = new Benchmarks(root, Integer.parseInt(words[2]));
    Set<String> parts =
        words.length > 3
            ? Set.of(words[3].split(","))
            : Set.of("reading", "durability", "season", "memory", "replay");
    if (parts.contains("reading")) {
      all.reading();
    }
    if (parts.contains("durability")) {
      all.durability();
    }
    if (parts.contains("season")) {
      all.season();
    }
    if (parts.contains("memory")) {
      all.memory(Path.of(words[0]));
    }
    if (parts.contains("crowd")) {
      all.crowd(Path.of(words[0]));
    }
    if (parts.contains("replay")) {
      all.replay(Path.of(words[0]));
    }
    if (parts.contains("ocr")) {
      all.ocr();
    }
    all.scale(parts);
    if (parts.contains("streams")) {
      all.streams();
    }
    all.mail(parts, Path.of(words[0]));
    all.files(parts, Path.of(words[0]));
    System.out.println(all.table.markdown());
    Files.writeString(root.resolveSibling("benchmarks.md"), all.table.markdown());
    System.exit(0);
  }

  /** Forms in three fonts, scanned and read back; other fonts by {@code BENCH_FONTS}. */
  private void ocr() throws Exception {
    String named = Optional.ofNullable(System.getenv("BENCH_FONTS")).orElse(FONTS);
    List<Path> fonts =
        Stream.of(named.split(File.pathSeparator)).map(Path::of).filter(Files::isReadable).toList();
    if (fonts.isEmpty()) {
      throw new IllegalStateException("no font: apt-get install fonts-wqy-zenhei fonts-arphic-ukai");
    }
    try (Office office = Office.open(root.resolve("ocr"));
        Peak peak = new Peak("tesseract")) {
      Scanned scanned = new Scanned(office, root.resolve("ocr-work"));
      scanned.read(Math.min(FORMS, season), fonts).forEach(table::read);
      table.peak("most memory of one Tesseract, resident and addressed", peak);
    }
  }

  /** Only when named: from an act to two hundred open pages, while packages arrive. */
  private void streams() throws Exception {
    try (Office office = Office.open(root.resolve("streams"))) {
      office.takes(bundles.next(5));
      Streams streams = new Streams(office);
      streams.open(PAGES_OPEN);
      int packages = Math.min(60, season);
      table.heard(PAGES_OPEN, streams.arrive(bundles.next(packages), 1_000, false));
      table.heard(PAGES_OPEN, streams.arrive(bundles.next(packages / 2), 1_000, true));
    }
  }

  /**
   * Only when named: lists and counters of a million dossiers, on either database or both; {@code
   * bench.filled} is a folder in which filled offices are kept, for they take long to fill.
   */
  private void scale(Set<String> parts) throws Exception {
    int dossiers = Integer.getInteger("bench.dossiers", DOSSIERS);
    String kept = System.getProperty("bench.filled", "");
    Path filled = kept.isEmpty() ? root : Path.of(kept).toAbsolutePath();
    if (parts.contains("million") || parts.contains("million-h2")) {
      Million.onH2(filled, bundles, dossiers, table);
    }
    if (parts.contains("million") || parts.contains("million-postgresql")) {
      Million.onPostgresql(filled, bundles, dossiers, table);
    }
  }

  /** Only when named: {@code mail} for all of it, or one of its figures. */
  private void mail(Set<String> parts, Path jar) throws Exception {
    MailFigures figures = new MailFigures(root, bundles, table, season);
    boolean whole = parts.contains("mail");
    if (whole || parts.contains("mail-fetch")) {
      figures.fetch();
    }
    if (whole || parts.contains("mail-acknowledgement")) {
      figures.acknowledgement();
    }
    if (whole || parts.contains("mail-hostile")) {
      figures.hostile();
    }
    if (whole || parts.contains("mail-memory")) {
      figures.memory(jar);
    }
  }

  /** Only when named: {@code files} for all of it, or one of its figures. */
  private void files(Set<String> parts, Path jar) throws Exception {
    boolean whole = parts.contains("files");
    boolean drain = whole || parts.contains("files-drain");
    if (drain || parts.contains("files-drain-sftp")) {
      new Drain(root, table, season).bySftp();
    }
    if (drain || parts.contains("files-drain-ftp")) {
      new Drain(root, table, season).byFtp();
    }
    if (whole || parts.contains("files-memory")) {
      int megabytes = Integer.getInteger("bench.megabytes", LARGE);
      new FileFigures(root, bundles, table).memory(jar, megabytes);
    }
  }

  /** Opening a package, in this process and in a reader process, against the floor. */
  private void reading() throws Exception {
    List<Path> packages = bundles.next(batch);
    try (Office office = Office.open(root.resolve("reading"))) {
      office.part(CamelContext.class).suspend();
      PackageReader apart = office.part(PackageReader.class);
      FrontDoor here =
          new FrontDoor(new ArchiveOpener(ArchiveLimits.safe()), root.resolve("work"), PAGES);
      List<Cost> floors = new ArrayList<>();
      List<Cost> inside = new ArrayList<>();
      List<Cost> outside = new ArrayList<>();
      for (int round = -2; round < ROUNDS; round++) {
        Cost floor = Cost.of(batch, () -> Floor.read(packages));
        Cost opened = Cost.of(batch, () -> open(packages, here));
        Cost child = Cost.of(batch, () -> open(packages, apart));
        if (round >= 0) {
          floors.add(floor);
          inside.add(opened);
          outside.add(child);
        }
      }
      table.floor("read, SHA-256, unzip, parse", Cost.median(floors));
      table.cost("opening a package (checks, limits, model)", floors, inside);
      table.cost("the same in a reader process, one after another", floors, outside);
    }
  }

  private static void open(List<Path> packages, FrontDoor door) throws Exception {
    for (Path each : packages) {
      door.open(each, each.getFileName().toString());
    }
  }

  private static void open(List<Path> packages, PackageReader reader) throws Exception {
    for (Path each : packages) {
      reader.open(each, each.getFileName().toString(), () -> {});
    }
  }

  /** Hop 2 against one append and fsync, pairwise. */
  private void durability() throws Exception {
    try (Office office = Office.open(root.resolve("durable"))) {
      office.part(CamelContext.class).suspend();
      Durable durable =
          new Durable(root, office.part(Reception.class), office.part(Barrier.class));
      List<Double> floors = new ArrayList<>();
      List<Double> one = new ArrayList<>();
      List<Double> many = new ArrayList<>();
      for (int round = -1; round < ROUNDS; round++) {
        double floor = durable.appended(batch * 10);
        double single = durable.received(1, batch * 2) / floor;
        double crowd = durable.received(SENDERS, batch) / floor;
        if (round >= 0) {
          floors.add(floor);
          one.add(single);
          many.add(crowd);
        }
      }
      table.rate("append + fsync of 2 kB, one writer", floors);
      table.ratio("durable intake, 1 sender, as a share of that", one);
      table.ratio("durable intake, 16 senders, as a multiple of that", many);
    }
  }

  /** The whole office, from the drop to the printed decision, with little and with much stored. */
  private void season() throws Exception {
    Path home = root.resolve("season");
    try (Office office = Office.open(home)) {
      office.takes(bundles.next(batch * 3));
      List<Path> most = bundles.next(batch * 6);
      table.whole(
          "drop to decision and both letters", Cost.of(most.size(), () -> office.takes(most)));
      part(office, "the same with %,d stored".formatted(season));
    }
    Stored.multiply(home.resolve("var"), COPIES);
    try (Office office = Office.open(home)) {
      office.takes(bundles.next(batch * 3));
      part(office, "the same with %,d stored".formatted(season * (COPIES + 1)));
    }
  }

  private void part(Office office, String name) throws Exception {
    List<Path> packages = bundles.next(batch);
    table.whole(name, Cost.of(batch, () -> office.takes(packages)));
  }

  /** Twice the packages, each of another unit, decided once more by the command. */
  private void replay(Path jar) throws Exception {
    Path home = root.resolve("replay");
    int dossiers = season * 2;
    try (Office office = Office.open(home)) {
      for (int taken = 0; taken < dossiers; taken += batch) {
        office.takes(bundles.next(batch));
      }
    }
    Replay replay = new Replay(root, jar, home);
    table.took("replay of %,d dossiers, rules unchanged".formatted(dossiers), replay.unchanged());
    table.took("replay of %,d dossiers, one rule changed".formatted(dossiers), replay.changed());
  }

  /** Fifty people take one case of 2 GB at once; its folder is deleted at the end. */
  private void crowd(Path jar) throws Exception {
    Path sound = bundles.next(1).get(0);
    int megabytes = Integer.getInteger("bench.megabytes", LARGE);
    Path folder = root.resolve("crowd");
    Crowd.Found[] found = new Crowd.Found[1];
    try {
      long heap =
          new Heap(folder, jar)
              .through(
                  sound,
                  megabytes,
                  (port, at) ->
                      found[0] =
                          new Crowd(port)
                              .takes(
                                  READERS, "sx-zjfw", Heap.large(megabytes), at.resolve("bag.zip")));
      table.crowd(found[0], heap);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void memory(Path jar) throws Exception {
    Path sound = bundles.next(1).get(0);
    Heap heap = new Heap(root, jar);
    table.megabytes(heap.peak(sound, 2), heap.peak(sound, LARGE));
  }
}
