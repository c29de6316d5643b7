package cn.baosong.reader.units;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Quiet;
import cn.baosong.desk.UnitRegister;
import cn.baosong.desk.Units;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The registry of units in a file: reloaded when it changes, the last valid content kept. It has no
 * thread: something calls {@link #reloadWhenQuiet}.
 */
public final class UnitFile implements Units, UnitRegister {
  private static final int MAX_BYTES = (8 << 20) + 1;

  private final Path file;
  private final UnitHistory history;
  private final Audit audit;
  private final Quiet quiet = new Quiet("");
  private volatile UnitIndex index = new UnitIndex(List.of());
  private volatile List<Fault> faults = List.of();
  private volatile List<Fault> warnings = List.of();

  /**
   * @param file the CSV or workbook that the office edits; an absent one is an empty registry with
   *     a fault
   * @param history folder that keeps the last valid content and each replaced one
   */
  public UnitFile(Path file, Path history, Audit audit) {
    this.file = file;
    this.history = new UnitHistory(history);
    this.audit = audit;
    reload();
  }

  /** Reads the file now; when it has faults the last valid content stays, across restarts too. */
  public synchronized void reload() {
    quiet.taken(fingerprint());
    Optional<byte[]> bytes = UnitHistory.read(file);
    UnitRows rows = UnitRows.read(bytes.orElse(new byte[0]));
    faults =
        bytes.isPresent()
            ? rows.faults()
            : List.of(
                new Fault(0, "", "找不到单位名册 " + file.getFileName(), "the registry is not there"));
    if (faults.isEmpty()) {
      index = new UnitIndex(rows.units());
      warnings = rows.warnings();
      bytes.ifPresent(history::keepValid);
    } else if (index.all().isEmpty()) {
      history.lastValid().ifPresent(last -> index = new UnitIndex(UnitRows.read(last).units()));
    }
  }

  /**
   * Reloads when the file changed and then rested for two seconds.
   *
   * @return whether it reloaded
   */
  public synchronized boolean reloadWhenQuiet(Instant now) {
    if (!quiet.isDue(fingerprint(), now)) {
      return false;
    }
    reload();
    return true;
  }

  @Override
  public List<Fault> faults() {
    return faults;
  }

  @Override
  public Optional<Unit> find(UnitCode code) {
    return index.find(code);
  }

  @Override
  public Optional<Unit> match(String nameOrCode) {
    return index.match(nameOrCode);
  }

  @Override
  public List<Unit> all() {
    return index.all();
  }

  @Override
  public List<Unit> at(String address) {
    return index.at(address);
  }

  @Override
  public void replace(InputStream from, Act act) throws IOException, Invalid {
    replace(from.readNBytes(MAX_BYTES), act);
  }

  @Override
  public void replace(List<Unit> units, Act act) throws IOException, Invalid {
    replace(UnitRows.csv(units).getBytes(StandardCharsets.UTF_8), act);
  }

  @Override
  public String csv() {
    return UnitRows.csv(all());
  }

  @Override
  public byte[] workbook() {
    return UnitWorkbook.write(all());
  }

  @Override
  public List<Fault> warnings() {
    return warnings;
  }

  private synchronized void replace(byte[] bytes, Act act) throws IOException, Invalid {
    UnitRows rows = UnitRows.read(bytes);
    if (!rows.faults().isEmpty()) {
      throw new Invalid(rows.faults());
    }
    history.keepReplaced(file, act);
    UnitHistory.write(file, inFormatOfFile(bytes, rows.units()));
    audit.note("units", act);
    reload();
  }

  /** What the office opens by its name stays what the name says. */
  private byte[] inFormatOfFile(byte[] bytes, List<Unit> units) {
    boolean wanted = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    if (wanted == UnitWorkbook.is(bytes)) {
      return bytes;
    }
    return wanted
        ? UnitWorkbook.write(units)
        : UnitRows.csv(units).getBytes(StandardCharsets.UTF_8);
  }

  private String fingerprint() {
    try {
      BasicFileAttributes facts =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return facts.size() + " " + facts.lastModifiedTime().toInstant() + " " + facts.fileKey();
    } catch (IOException | UncheckedIOException e) {
      return "absent";
    }
  }
}
