package cn.baosong.reader.pack;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.SealReason;
import cn.baosong.reader.archive.Entry;
import cn.baosong.reader.archive.OpenedArchive;
import cn.baosong.reader.marking.MarkedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Looks for marks of state secrecy in a package before anything of it is told (domain.md 7.3): in
 * every name first, then in the text of every file. What may be a mark is told by the number of the
 * file, since its name may be what must not be repeated.
 */
final class MarkedFiles {
  private static final int TOLD = 20;

  private final Papers papers;
  private final List<Defect> doubts = new ArrayList<>();
  private int notSearched;
  private ClassifiedMarking found = ClassifiedMarking.NONE;

  private MarkedFiles(Papers papers) {
    this.papers = papers;
  }

  /**
   * Whether a name bears a mark: of the package, of a file in it, or of what was passed over.
   *
   * @param name of the package
   */
  static boolean isNamedSo(OpenedArchive archive, String name) {
    boolean refused =
        archive.defects().stream()
            .anyMatch(d -> d.kind() == cn.baosong.reader.archive.Defect.Kind.MARKED);
    Stream<Stream<String>> names =
        Stream.of(
            Stream.of(name),
            archive.defects().stream().map(d -> d.entry()),
            archive.ignored().stream(),
            archive.topFolder().stream(),
            archive.entries().stream().map(Entry::path));
    return refused
        || names
            .flatMap(some -> some)
            .anyMatch(n -> ClassifiedMarking.in(n) == ClassifiedMarking.MARKED);
  }

  /**
   * Searches every file; ends at the first that bears a mark for certain.
   *
   * @param name of the package
   * @throws IOException when our own disk fails
   */
  static MarkedFiles search(OpenedArchive archive, String name, Papers papers) throws IOException {
    MarkedFiles marked = new MarkedFiles(papers);
    marked.doubt(ClassifiedMarking.in(name), "报送包的名称");
    int number = 0;
    for (Entry file : archive.entries()) {
      number++;
      marked.doubt(ClassifiedMarking.in(file.path()), "包内第 " + number + " 个文件的名称");
      marked.file(file, "包内第 " + number + " 个文件" + suffix(file));
      if (marked.isCertain()) {
        break;
      }
    }
    return marked;
  }

  boolean isCertain() {
    return found == ClassifiedMarking.MARKED;
  }

  /** Doubts for a person, and one line on what was not searched. */
  List<Defect> told() {
    List<Defect> told = new ArrayList<>(doubts);
    if (notSearched > 0) {
      told.add(
          new Defect(
              FindingCode.TEXT_NOT_SEARCHED.name(),
              "",
              "有 " + notSearched + " 个文件没有可供检索的文字（如扫描件、图片）或者未能读完，未作密级标志检索。",
              true));
    }
    return told;
  }

  private void file(Entry file, String place) throws IOException {
    MarkedText.Result result = result(file);
    if (!result.searched()) {
      notSearched++;
    }
    found = found.or(result.marking());
    doubt(result.marking(), place);
  }

  private MarkedText.Result result(Entry file) throws IOException {
    if (FileKind.of(file) == FileKind.PDF) {
      return papers.facts(file).map(PdfFacts.Facts::marking).orElse(MarkedText.Result.NOT_SEARCHED);
    }
    return papers.mayRead(file)
        ? MarkedText.of(file.extracted(), file.name())
        : MarkedText.Result.NOT_SEARCHED;
  }

  private void doubt(ClassifiedMarking marking, String place) {
    if (marking == ClassifiedMarking.DOUBTFUL && doubts.size() < TOLD) {
      doubts.add(
          new Defect(
              SealReason.CLASSIFIED_MARKING.name(), place, "可能载有密级标志，请工作人员当面核对，核对以前不再打开。", false));
    }
  }

  private static String suffix(Entry file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    String suffix = name.substring(name.lastIndexOf('.') + 1);
    return suffix.matches("[a-z]{1,5}") ? "（" + suffix + "）" : "";
  }
}
