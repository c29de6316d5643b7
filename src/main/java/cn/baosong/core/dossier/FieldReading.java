package cn.baosong.core.dossier;

import java.util.Optional;

/**
 * What a machine read in one cell of a scanned form (识别结果).
 *
 * @param value what it says; empty where nothing was read
 * @param other another reading of the same cell that disagrees; empty when there is none
 * @param confidence from 0 to 1
 * @param page of the file, from 1
 * @param box of the cell, in parts of that page's width and height as it lies in the file
 * @param crop name of the cell's picture; empty when there is none
 * @param unlike whether the cell does not look as the office prints it: what stands there was
 *     crossed out, written over or added to, whatever a machine reads
 */
public record FieldReading(
    String field,
    String value,
    Optional<String> other,
    double confidence,
    int page,
    Area box,
    String crop,
    boolean unlike) {
  /** Below this a reading shows nothing. */
  private static final double SURE = 0.9;

  /** Whether a difference may be told from it. */
  public boolean isSure() {
    return confidence >= SURE && other.isEmpty() && !value.isBlank();
  }
}
