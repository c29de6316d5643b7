package cn.baosong.faults;

import cn.baosong.journey.HandMade;
import cn.baosong.journey.Identities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folders of an office under test, and what its units send. */
public final class Season {
  private static final String CALL = "sx-bqw-2020";
  private static final String PAST = "sx-bqw-past";
  private static final int UNITS = 4000;
  private static final LocalDate BORN = LocalDate.of(1972, 1, 1);

  private final Path root;
  private final List<Drop> drops = new ArrayList<>();
  private int units;

  /**
   * @param root a folder of its own
   * @param forms the calls as shipped
   */
  public Season(Path root, Path forms) throws IOException {
    this.root = root;
    Files.createDirectories(inbox());
    Files.createDirectories(root.resolve("made"));
    copy(forms.resolve(CALL), forms().resolve(CALL), false);
    copy(forms.resolve(CALL), forms().resolve(PAST), true);
    for (String shared : List.of("call.schema.json", "cases.schema.json")) {
      Files.copy(
          forms.resolve(shared), forms().resolve(shared), StandardCopyOption.REPLACE_EXISTING);
    }
    registry();
  }

  public Path home() {
    return root.resolve("var");
  }

  public Path inbox() {
    return root.resolve("inbox");
  }

  public Path forms() {
    return root.resolve("forms");
  }

  public List<Drop> drops() {
    return List.copyOf(drops);
  }

  /** A unit begins its story: what it sends, each part ready to be dropped when its turn comes. */
  public List<Parcel> begin(Story story) throws IOException {
    int unit = units++;
    String code = unit(unit);
    HandMade made =
        HandMade.of(
                story == Story.LATE ? PAST : CALL,
                story == Story.STRANGER ? "99990000MX" + unit : code,
                story == Story.STRANGER ? "无名单位" + unit : "第" + unit + "市人社局")
            .candidate("张三", Identities.of(BORN.plusDays(unit), unit % 1000), BORN.plusDays(unit));
    List<Parcel> parcels = new ArrayList<>();
    String name = story.name().toLowerCase(java.util.Locale.ROOT) + "-" + unit;
    switch (story) {
      case GOOD, STRANGER, LATE -> parcels.add(parcel(story, code, name + ".zip", bytes(made)));
      case FAULTY -> {
        byte[] bytes = bytes(made.without("01-张三/登记表.pdf"));
        parcels.add(parcel(story, code, name + ".zip", bytes));
      }
      case TWICE -> {
        byte[] bytes = bytes(made);
        parcels.add(parcel(story, code, name + "-a.zip", bytes));
        parcels.add(parcel(story, code, name + "-b.zip", bytes));
      }
      case REPACKED -> {
        byte[] bytes = bytes(made);
        parcels.add(parcel(story, code, name + "-a.zip", bytes));
        parcels.add(parcel(story, code, name + "-b.zip", commented(bytes)));
      }
      case RESUBMITTED -> {
        parcels.add(parcel(story, code, name + "-a.zip", bytes(made)));
        byte[] fuller = bytes(made.with("01-张三/成果证明.pdf", HandMade.pdf(1)));
        parcels.add(parcel(story, code, name + "-b.zip", fuller));
      }
      case BROKEN -> {
        byte[] bytes = ("not a package " + unit).getBytes(StandardCharsets.UTF_8);
        parcels.add(parcel(story, code, name + ".zip", bytes));
      }
      case FOLDER -> parcels.add(tree(code, name));
    }
    return parcels;
  }

  /** Something that is ready to be dropped. */
  public record Parcel(Drop drop, Path made) {}

  /** Drops it as a share does: under another name until it is whole. */
  public void drop(Parcel parcel) throws IOException {
    Path part = inbox().resolve(parcel.drop().name() + ".part");
    Files.move(parcel.made(), part);
    synchronized (drops) {
      drops.add(parcel.drop());
    }
    Files.move(part, inbox().resolve(parcel.drop().name()));
  }

  private Parcel parcel(Story story, String unit, String name, byte[] bytes) throws IOException {
    Path made = Files.write(root.resolve("made").resolve(name), bytes);
    return new Parcel(new Drop(story, unit, name, Map.of("", Sha.of(bytes))), made);
  }

  /** ASCII names only, so that it can be made in any locale; its papers are wanting therefore. */
  private Parcel tree(String unit, String name) throws IOException {
    Map<String, String> contents = new LinkedHashMap<>();
    contents.put(
        "package.json",
        "{\"call\":\"%s\",\"unit\":{\"code\":\"%s\",\"name\":\"\",\"kind\":\"CITY_HR\"},"
                .formatted(CALL, unit)
            + "\"contact\":{\"name\":\"\",\"phone\":\"\",\"email\":\"\"},\"report\":{},"
            + "\"dossiers\":[{\"path\":\"dossiers/1\",\"rank\":1}]}");
    contents.put(
        "dossiers/1/dossier.json",
        "{\"姓名\":\"张三\",\"身份证件号码\":\"%s\"}".formatted(Identities.of(BORN.plusDays(units), 7)));
    for (int i = 0; i < 20; i++) {
      contents.put("dossiers/1/m%02d.txt".formatted(i), (name + i).repeat(1000));
    }
    Path made = root.resolve("made").resolve(name);
    Map<String, String> files = new LinkedHashMap<>();
    for (Map.Entry<String, String> file : contents.entrySet()) {
      Path target = made.resolve(file.getKey());
      Files.createDirectories(target.resolveSibling(""));
      Files.writeString(target, file.getValue(), StandardCharsets.UTF_8);
      files.put(file.getKey(), Sha.of(file.getValue()));
    }
    return new Parcel(new Drop(Story.FOLDER, unit, name, files), made);
  }

  private byte[] bytes(HandMade made) throws IOException {
    Path zip = made.zip(root.resolve("made/next.zip"));
    return Files.readAllBytes(zip);
  }

  /** The same zip with a comment at its end. */
  private static byte[] commented(byte[] zip) {
    byte[] more = java.util.Arrays.copyOf(zip, zip.length + 1);
    more[zip.length - 2] = 1;
    more[zip.length] = '.';
    return more;
  }

  private static String unit(int number) {
    return "UNIT%06d".formatted(number);
  }

  private void registry() throws IOException {
    StringBuilder csv = new StringBuilder("code,name,aliases,kind,email,contact,phone,note\n");
    for (int i = 0; i < UNITS; i++) {
      csv.append(unit(i)).append(",第").append(i).append("市人社局,,CITY_HR,,,,\n");
    }
    Files.writeString(forms().resolve("units.csv"), csv, StandardCharsets.UTF_8);
  }

  private static void copy(Path from, Path to, boolean past) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        if (file.endsWith("call.yaml")) {
          String call = Files.readString(file, StandardCharsets.UTF_8);
          call = call.replace("hold: PT30M", "hold: PT1S");
          Files.writeString(
              target,
              past
                  ? call.replace("date: 2020-03-31", "date: 2020-02-20")
                      .replace("date: 2020-03-07", "date: 2020-02-01")
                  : call,
              StandardCharsets.UTF_8);
        } else if (!file.endsWith("cases.yaml")) {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
