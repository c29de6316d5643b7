package cn.baosong.reader.data;

import cn.baosong.core.call.DegreeLevel;
import cn.baosong.core.call.LevelTable;
import cn.baosong.core.call.SkillLevel;
import cn.baosong.core.call.TitleLevel;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.dossier.CharacterVariants;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tables of reference: as shipped, or the office's own, a file of the same name that replaces a
 * table whole. Each call reads its table anew.
 */
public final class ReferenceData {
  private static final String HOLIDAYS = "holidays.csv";
  private static final String TITLES = "titles.csv";
  private static final String SKILLS = "skill-levels.csv";
  private static final String DEGREES = "degrees.csv";
  private static final String VARIANTS = "character-variants.csv";

  private final Optional<Path> overrides;

  private ReferenceData(Optional<Path> overrides) {
    this.overrides = overrides;
  }

  /** The tables as shipped. */
  public static ReferenceData bundled() {
    return new ReferenceData(Optional.empty());
  }

  /** The tables as shipped, each replaced by the file of its name in this folder, if there. */
  public static ReferenceData overriddenIn(Path folder) {
    return new ReferenceData(Optional.of(folder));
  }

  /**
   * What is wrong with the office's own tables; such a table takes no effect, the shipped one stays
   * in its place.
   */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    List<Runnable> readings =
        List.of(
            () -> holidays(table(HOLIDAYS)),
            () -> levels(table(TITLES), "title,level,series", TitleLevel.class),
            () -> levels(table(SKILLS), "title,level,note", SkillLevel.class),
            () -> levels(table(DEGREES), "title,level,kind", DegreeLevel.class),
            () -> variants(table(VARIANTS)));
    for (Runnable reading : readings) {
      try {
        reading.run();
      } catch (InvalidReferenceData invalid) {
        faults.add(invalid.getMessage());
      }
    }
    return List.copyOf(faults);
  }

  /** The State Council's days off and make-up days, from {@code holidays.csv}. */
  public WorkingDays workingDays() {
    return sound(HOLIDAYS, ReferenceData::holidays);
  }

  /** Professional titles, from {@code titles.csv}. */
  public LevelTable<TitleLevel> titles() {
    return sound(TITLES, table -> levels(table, "title,level,series", TitleLevel.class));
  }

  /** Vocational skill levels, from {@code skill-levels.csv}. */
  public LevelTable<SkillLevel> skills() {
    return sound(SKILLS, table -> levels(table, "title,level,note", SkillLevel.class));
  }

  /** Degrees and schooling, from {@code degrees.csv}. */
  public LevelTable<DegreeLevel> degrees() {
    return sound(DEGREES, table -> levels(table, "title,level,kind", DegreeLevel.class));
  }

  /** Traditional and variant characters, from {@code character-variants.csv}. */
  public CharacterVariants characterVariants() {
    return sound(VARIANTS, ReferenceData::variants);
  }

  private <T> T sound(String name, Function<Table, T> reading) {
    try {
      return reading.apply(table(name));
    } catch (InvalidReferenceData invalid) {
      return reading.apply(shipped(name));
    }
  }

  private static WorkingDays holidays(Table table) {
    return new HolidayTable().read(table);
  }

  private static CharacterVariants variants(Table table) {
    Map<Integer, Integer> plain = new HashMap<>();
    table.read(
        "usual,variant,kind", row -> plain.put(character(row.cell(1)), character(row.cell(0))));
    return new CharacterVariants(table.version(), plain);
  }

  private static <L extends Enum<L>> LevelTable<L> levels(
      Table table, String columns, Class<L> levels) {
    List<LevelTable.Entry<L>> entries = new ArrayList<>();
    table.read(
        columns,
        row ->
            entries.add(
                new LevelTable.Entry<>(
                    row.cell(0),
                    Optional.of(row.cell(1))
                        .filter(level -> !level.isEmpty())
                        .map(level -> Enum.valueOf(levels, level)))));
    return new LevelTable<>(entries);
  }

  private static int character(String cell) {
    if (cell.codePointCount(0, cell.length()) != 1) {
      throw new IllegalArgumentException("not one character: " + cell);
    }
    return cell.codePointAt(0);
  }

  private Table table(String name) {
    Optional<Path> own = overrides.map(folder -> folder.resolve(name)).filter(Files::exists);
    try {
      return own.isPresent()
          ? new Table(own.get().toString(), Files.readAllBytes(own.get()))
          : shipped(name);
    } catch (IOException unreadable) {
      throw new InvalidReferenceData(name, List.of("cannot be read: " + unreadable.getMessage()));
    }
  }

  private static Table shipped(String name) {
    try (InputStream in = ReferenceData.class.getResourceAsStream("/data/" + name)) {
      return new Table(name, Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
