package cn.baosong.reader.pack;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.reader.archive.Entry;
import cn.baosong.reader.archive.OpenedArchive;
import cn.baosong.reader.office.BeyondLimits;
import cn.baosong.reader.office.Cargo;
import cn.baosong.reader.office.OfficeDocument;
import cn.baosong.reader.scan.FormScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Describes the files of a package: length, digest, what a PDF says of itself, and what a clerk
 * should know before opening one of them.
 */
final class Papers {
  private final PdfFacts pdfs;
  private final ReadingWatch watch;
  private final boolean scan;
  private final Map<Path, PdfFacts.Facts> read = new HashMap<>();

  Papers(int maxPages, ReadingWatch watch) {
    this(maxPages, watch, false);
  }

  private Papers(int maxPages, ReadingWatch watch, boolean scan) {
    this.pdfs = new PdfFacts(maxPages, scan);
    this.watch = watch;
    this.scan = scan;
  }

  /** What the mail room scans is a form, whatever it is called. */
  static Papers ofScan(int maxPages, ReadingWatch watch) {
    return new Papers(maxPages, watch, true);
  }

  /** Files, and what is to be said of single ones. */
  record Described(List<Document> documents, List<Defect> defects) {}

  /**
   * Describes files in their order.
   *
   * @throws IOException when our own disk fails
   */
  Described describe(Collection<Entry> files) throws IOException {
    List<Document> documents = new ArrayList<>();
    List<Defect> defects = new ArrayList<>();
    for (Entry file : files) {
      documents.add(describe(file, defects));
    }
    return new Described(documents, defects);
  }

  /** Where a bag is not what its manifests say. */
  List<Defect> ofBag(OpenedArchive archive) throws IOException {
    return BagDefects.of(archive, watch);
  }

  /** Whether a file may be parsed at all. */
  boolean mayRead(Entry file) {
    return watch.mayRead(file);
  }

  private Document describe(Entry file, List<Defect> defects) throws IOException {
    Document plain =
        new Document(file.path(), file.size(), new Digest(file.sha256()), Optional.empty());
    FileKind kind = FileKind.of(file);
    if (kind == FileKind.OTHER) {
      empty(file).ifPresent(defects::add);
      return plain;
    }
    Optional<PdfFacts.Facts> facts = kind == FileKind.PDF ? facts(file) : Optional.empty();
    if (facts.isEmpty() && (kind == FileKind.PDF || !watch.mayRead(file))) {
      defects.add(unreadable(file, "未能在限定的时间和内存内读完，由工作人员查看"));
      return plain;
    }
    if (facts.isPresent()) {
      facts.get().trouble().ifPresent(defects::add);
      return new Document(
          plain.path(),
          plain.bytes(),
          plain.digest(),
          facts.get().pages(),
          facts.get().text(),
          facts.get().marks());
    }
    List<Defect> warnings = warnings(file, kind);
    defects.addAll(warnings);
    return kind == FileKind.PICTURE && warnings.isEmpty() && (scan || PdfFacts.isForm(file))
        ? photographed(plain, file)
        : plain;
  }

  private static Document photographed(Document plain, Entry file) {
    return new Document(
        plain.path(),
        plain.bytes(),
        plain.digest(),
        plain.pages(),
        plain.text(),
        FormScan.ofPicture(file.extracted(), PdfFacts.MOST_FORM_PAGES));
  }

  /** Nothing was saved into it, which its sender does not see from the list of files. */
  private static Optional<Defect> empty(Entry file) {
    return file.size() > 0
        ? Optional.empty()
        : Optional.of(
            new Defect(
                FindingCode.MATERIAL_INVALID.name(),
                file.path(),
                "“" + file.name() + "”是空文件（0 字节），请重新保存后补报。",
                false));
  }

  /** What a PDF says of itself, read once; empty when it may not be parsed. */
  Optional<PdfFacts.Facts> facts(Entry file) {
    PdfFacts.Facts known = read.get(file.extracted());
    if (known == null && watch.mayRead(file)) {
      known = pdfs.of(file);
      read.put(file.extracted(), known);
    }
    return Optional.ofNullable(known);
  }

  /** What a clerk should know before opening an office document or a picture. */
  List<Defect> warnings(Entry file) throws IOException {
    return warnings(file, FileKind.of(file));
  }

  private static List<Defect> warnings(Entry file, FileKind kind) throws IOException {
    try {
      return switch (kind) {
        case PACKED -> told(file, OfficeDocument.ofZip(file.extracted()));
        case COMPOUND -> told(file, OfficeDocument.ofCompoundFile(file.extracted()));
        case PICTURE ->
            ImageSize.isBeyondMeasure(file.extracted())
                ? List.of(unreadable(file, "的图像尺寸异常，未予打开，由工作人员查看"))
                : List.of();
        case PDF, OTHER -> List.of();
      };
    } catch (BeyondLimits bomb) {
      return List.of(unreadable(file, "解开后的内容过大，未予打开，由工作人员查看"));
    }
  }

  private static List<Defect> told(Entry file, Collection<Cargo> cargo) {
    return cargo.stream().map(found -> remark(file, found)).toList();
  }

  private static Defect remark(Entry file, Cargo found) {
    return new Defect(
        FindingCode.MATERIAL_INVALID.name(),
        file.path(),
        "“" + file.name() + "”" + found.chinese() + "。",
        true);
  }

  static Defect unreadable(Entry file, String sentence) {
    return new Defect(
        FindingCode.MATERIAL_UNREADABLE.name(),
        file.path(),
        "“" + file.name() + "”" + sentence + "。",
        false);
  }
}
