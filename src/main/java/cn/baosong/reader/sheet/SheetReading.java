package cn.baosong.reader.sheet;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a list.
 *
 * @param sheet absent when nothing could be read; then a remark says why
 */
public record SheetReading(Optional<Sheet> sheet, List<Remark> remarks) {
  public SheetReading {
    remarks = List.copyOf(remarks);
  }
}
