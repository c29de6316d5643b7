package cn.baosong.desk;

import cn.baosong.core.call.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Replaces the registry of units as a whole (decisions.md 18). */
public interface UnitRegister {
  /**
   * Replaces the file by these bytes (UTF-8 CSV or an .xlsx workbook, with a header row), keeping
   * the old one under {@code baosong.home}. The file keeps its own format.
   *
   * @throws Invalid when a row cannot be read; nothing is replaced then
   */
  void replace(InputStream file, Act act) throws IOException, Invalid;

  /** The same from units that were read already. */
  void replace(List<Unit> units, Act act) throws IOException, Invalid;

  /** The registry as a file: UTF-8 CSV with its header row. */
  String csv();

  /** The registry as a workbook (.xlsx), every cell a text. */
  byte[] workbook();

  /**
   * What is wrong with the file as it lies there; while there is anything, the content before
   * lives.
   */
  List<Fault> faults();

  /** What the live registry leaves to a person to look at, such as a code that fails its check. */
  List<Fault> warnings();

  /** Why a registry is refused, every row at once. */
  final class Invalid extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Fault> faults;

    public Invalid(List<Fault> faults) {
      super(faults.size() + " rows of the registry of units cannot be read");
      this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
      return faults;
    }
  }

  /**
   * @param line counted from 1, as the file's own rows; 0 for the file as a whole
   * @param column heading of the registry, such as kind; empty for the row as a whole
   * @param zh what is wrong and what to do
   * @param en the same in English
   */
  record Fault(int line, String column, String zh, String en) {
    /** Row and column in words of the machine interface: {@code line 7 kind}. */
    public String place() {
      return ("line " + line + " " + column).strip();
    }
  }
}
