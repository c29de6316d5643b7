package cn.baosong.reader.sheet;

import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.Defect;
import cn.baosong.reader.archive.DocumentZip;
import cn.baosong.reader.sheet.Remark.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Reads a workbook (ECMA-376, transitional or strict) as a stream. The library finds the parts; the
 * parts are read by own handlers, for the library's models keep everything in memory.
 */
final class Xlsx {
  private static final int MAX_PARTS = 2_000;
  private static final long PART = 64L << 20;
  private static final long TEXTS = 24L << 20;

  /** Parts that the library keeps as a tree. */
  private static final long KEPT_AS_TREE = 1L << 20;

  private final String place;
  private final SheetLimits limits;
  private final List<Remark> remarks;
  private final CellText texts;

  Xlsx(String place, SheetLimits limits, List<Remark> remarks) {
    this.place = place;
    this.limits = limits;
    this.remarks = remarks;
    this.texts = new CellText(limits, place);
  }

  Optional<Sheet> read(Path file) throws IOException, Unreadable {
    ArchiveLimits weights = new ArchiveLimits(4 * PART, MAX_PARTS, 200, 32, 255);
    Optional<Defect> refusal = DocumentZip.refusal(file, place, weights, Xlsx::largest);
    if (refusal.isPresent()) {
      throw unreadable(refusal.get());
    }
    @Nullable OPCPackage opened = null;
    try {
      opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
      return read(opened);
    } catch (XmlPart.Stop stop) {
      throw stop.reason();
    } catch (IOException | OpenXML4JException | SAXException | RuntimeException theirs) {
      // Whatever the library runs into; our own disk has just delivered the whole file.
      throw Unreadable.damaged(place);
    } finally {
      if (opened != null) {
        opened.revert();
      }
    }
  }

  private Optional<Sheet> read(OPCPackage opened)
      throws IOException, OpenXML4JException, SAXException {
    XSSFReader parts = new XSSFReader(opened);
    WorkbookIndex index = new WorkbookIndex();
    index.read(parts.getWorkbookData());
    CellFormats formats = new CellFormats();
    readIfAny(formats, opened, XSSFRelation.STYLES);
    SharedTexts shared = new SharedTexts();
    readIfAny(shared, opened, XSSFRelation.SHARED_STRINGS);
    SheetRows.Workbook workbook = new SheetRows.Workbook(shared, formats, index.since1904());
    List<Grid> grids = new ArrayList<>();
    for (WorkbookIndex.SheetEntry entry : index.sheets()) {
      if (entry.hidden()) {
        String at = place + "!" + entry.name();
        remarks.add(Remark.of(Kind.HIDDEN_SHEET, at, "是隐藏的工作表，未予读取", "is hidden and was not read"));
        continue;
      }
      Grid grid = new Grid(gridPlace(index, entry), limits, texts);
      new SheetRows(workbook, grid).read(parts.getSheet(entry.relation()));
      if (Table.namesPeople(grid)) {
        return new Table(grid, remarks).find();
      }
      grids.add(grid);
    }
    return grids.stream().flatMap(g -> new Table(g, remarks).find().stream()).findFirst();
  }

  /** By content type: a relation may point to a part that is not there. */
  private static void readIfAny(XmlPart part, OPCPackage opened, XSSFRelation kind)
      throws IOException, SAXException {
    for (PackagePart found : opened.getPartsByContentType(kind.getContentType())) {
      part.read(found.getInputStream());
      return;
    }
  }

  /** A clerk with one sheet does not think of sheets. */
  private String gridPlace(WorkbookIndex index, WorkbookIndex.SheetEntry entry) {
    return index.sheets().size() == 1 ? place : place + "!" + entry.name();
  }

  private static long largest(String part) {
    if (part.endsWith("sharedStrings.xml")) {
      return TEXTS;
    }
    boolean tree =
        part.equals("[Content_Types].xml")
            || part.endsWith(".rels")
            || part.startsWith("docProps/");
    return tree ? KEPT_AS_TREE : PART;
  }

  private Unreadable unreadable(Defect defect) {
    Kind kind =
        switch (defect.kind()) {
          case UNSAFE -> Kind.UNSAFE;
          case TOO_LARGE -> Kind.TOO_LARGE;
          case ENCRYPTED, BROKEN, UNSUPPORTED, MARKED, DUPLICATE_NAME, DAMAGED_NAME ->
              Kind.UNREADABLE;
        };
    return new Unreadable(kind, defect);
  }
}
