package cn.baosong.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints the mail room's own papers: what lies on a parcel, and what somebody signs for. */
public interface LeafPress {
  /**
   * Prints one on A4.
   *
   * @return a PDF with its fonts
   * @throws IOException when it cannot be laid out
   */
  byte[] print(Leaf leaf) throws IOException;

  /**
   * One paper.
   *
   * @param facts what it is about, in order
   * @param table the headings, then the rows; empty where there is none
   * @param signatures who signs
   * @param code printed as a code that the mail room's photo or scanner reads
   */
  record Leaf(
      String title,
      String number,
      Map<String, String> facts,
      List<List<String>> table,
      List<String> notes,
      List<String> signatures,
      Optional<String> code) {
    public Leaf {
      table = table.stream().map(List::copyOf).toList();
      notes = List.copyOf(notes);
      signatures = List.copyOf(signatures);
    }
  }
}
