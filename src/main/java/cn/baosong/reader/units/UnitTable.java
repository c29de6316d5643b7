package cn.baosong.reader.units;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.desk.UnitRegister.Fault;
import cn.baosong.desk.Units;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The registry of units as its file stands now, once and without a memory. */
public final class UnitTable implements Units {
  private final UnitIndex index;
  private final List<Fault> faults;

  private UnitTable(UnitRows rows) {
    this.index = new UnitIndex(rows.units());
    this.faults = rows.faults();
  }

  /** Reads the file; an absent one is an empty registry. */
  public static UnitTable read(Path file) {
    return new UnitTable(UnitHistory.read(file).map(UnitRows::read).orElseGet(UnitRows::new));
  }

  /** What is wrong with its rows. */
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
}
