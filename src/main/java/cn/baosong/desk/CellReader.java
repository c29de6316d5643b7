package cn.baosong.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads printed text off pictures of single cells. */
public interface CellReader {
  /** Whether it is there at all; without it people read. */
  boolean isInstalled();

  /**
   * Reads cells.
   *
   * @param work folder of its own for what it writes down meanwhile
   * @return one text a cell, in their order
   * @throws IOException when it is gone, took too long, or said what cannot be understood
   */
  List<Text> read(List<Wanted> cells, Path work) throws IOException;

  /**
   * A cell to be read.
   *
   * @param digits whether only digits can stand there
   * @param shape what it seems to hold
   */
  record Wanted(Path picture, boolean digits, Shape shape) {}

  /** How much text there is. */
  enum Shape {
    CHARACTER,
    LINE,
    BLOCK,
    /** One line, however short, that is read as it stands: no words are looked for in it. */
    RAW;

    static Shape of(int lines) {
      return lines == 0 ? CHARACTER : lines == 1 ? LINE : BLOCK;
    }
  }

  /**
   * What stands in it.
   *
   * @param value empty where nothing was read
   * @param confidence from 0 to 1
   */
  record Text(String value, double confidence) {}
}
