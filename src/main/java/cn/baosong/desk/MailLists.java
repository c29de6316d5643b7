package cn.baosong.desk;

import cn.baosong.core.call.Call;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mail room's list of parcels (邮寄登记表.xlsx): its empty form, and what was written into it. */
public interface MailLists {
  /**
   * The empty list.
   *
   * @param call whose copies and fields have columns of their own
   */
  void template(Optional<Call> call, OutputStream to) throws IOException;

  /**
   * Reads a workbook or separated text. No formula in it is worked out.
   *
   * @throws IOException when our own side failed; a bad list is told as a value
   */
  Read read(byte[] bytes, String name) throws IOException;

  /**
   * A list as it was read.
   *
   * @param head what stands above the table, by key
   * @param skipped rows that hold too little to be read
   * @param wrong why there is nothing to read; empty where there is
   */
  record Read(Map<String, Cell> head, List<Row> rows, List<Fault> skipped, Optional<Fault> wrong) {
    public Read {
      head = Map.copyOf(head);
      rows = List.copyOf(rows);
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * One row.
   *
   * @param line as people count, from 1
   * @param cells by heading; blank ones are absent
   */
  record Row(int line, Map<String, Cell> cells) {
    public Row {
      cells = Map.copyOf(cells);
    }

    String at(String heading) {
      Cell cell = cells.get(heading);
      return cell == null ? "" : cell.text();
    }
  }

  /**
   * A cell.
   *
   * @param place such as {@code 邮寄登记表.xlsx!B7}
   * @param trouble why its text may not be what was meant
   */
  record Cell(String text, String place, Optional<Fault> trouble) {}

  /** What is wrong and what to do. */
  record Fault(String place, String chinese, String english) {}
}
