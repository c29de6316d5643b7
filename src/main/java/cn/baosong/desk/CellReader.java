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
   * @param oneLine whether it holds one line of text
   */
  record Wanted(Path picture, boolean digits, boolean oneLine) {}

  /**
   * What stands in it.
   *
   * @param value empty where nothing was read
   * @param confidence from 0 to 1
   */
  record Text(String value, double confidence) {}
}
