package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.dossier.Area;
import cn.baosong.core.dossier.FieldPlace;
import cn.baosong.core.dossier.PageSeen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Cuts the cells of printed forms out of scans, whatever way they lie; nothing a file holds can
 * harm.
 */
public interface FormCutter {
  /** The cell as the scan shows it, with its label, to be looked at. */
  String PAPER = "-paper.png";

  /** The same as it was printed from the electronic form. */
  String FORM = "-form.png";

  /** The cell made ready to be read, in three ways. */
  List<String> TO_READ = List.of("-a.png", "-b.png", "-c.png");

  /** Of these the one that knows no gray. */
  String IN_BLACK = "-c.png";

  /**
   * Cuts out what it can.
   *
   * @throws IOException when our own side failed, or the file was more than a reader can bear
   */
  Cuts cut(Order order) throws IOException;

  /**
   * What to cut out.
   *
   * @param file one PDF or picture
   * @param places of fields, on the pages of the form
   * @param printed the form as it would be printed now
   * @param target folder for the pictures
   */
  record Order(
      Path file,
      CallId call,
      String reference,
      List<FieldPlace> places,
      Path printed,
      Path target) {
    public Order {
      places = List.copyOf(places);
    }
  }

  /** What came of it. */
  record Cuts(List<Cut> cuts, List<PageSeen> pages) {
    public Cuts {
      cuts = List.copyOf(cuts);
      pages = List.copyOf(pages);
    }
  }

  /**
   * One cell.
   *
   * @param page of the file, from 1
   * @param box in parts of that page
   * @param sure whether the ruled lines of the form stand around it
   * @param blank whether nothing is written in it
   * @param unlike whether it does not look as the office would print it, as far as can be seen
   * @param lines how many lines it seems to hold; 0 where it is one character, if anything
   * @param name what its pictures begin with
   */
  record Cut(
      String field,
      int page,
      Area box,
      boolean sure,
      boolean blank,
      boolean unlike,
      int lines,
      String name) {}
}
