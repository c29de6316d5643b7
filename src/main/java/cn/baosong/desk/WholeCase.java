package cn.baosong.desk;

import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Receipt;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * All that belongs to one dossier and may leave with it.
 *
 * @param received the arrival of its delivery
 * @param decisions the first one first
 * @param letters files of the letters, with names of our own
 * @param documents files of the package that are the dossier's, or its unit's
 * @param withheld letters and files of the unit left out, since they name people of others
 * @param originals the package as it was received, mostly one
 * @param day that the bag bears, which is not the day of packing: packed again it is the same
 */
public record WholeCase(
    Dossier dossier,
    Receipt received,
    List<Decision> decisions,
    List<Path> letters,
    List<Document> documents,
    int withheld,
    List<Path> originals,
    LocalDate day) {
  public WholeCase {
    decisions = List.copyOf(decisions);
    letters = List.copyOf(letters);
    documents = List.copyOf(documents);
    originals = List.copyOf(originals);
  }
}
