package cn.baosong.reader.sheet;

import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.Defect;
import cn.baosong.reader.archive.DocumentZip;
import cn.baosong.reader.sheet.Remark.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.SAXException;

/**
 * Reads a workbook (ECMA-376, transitional or strict) as a stream, part by part: models of a
 * workbook keep everything in memory.
 */
final class Xlsx {
  private static final int MAX_PARTS = 2_000;
  private static final long PART = 64L << 20;
  private static final long TEXTS = 24L << 20;

  private final String place;
  private final SheetLimits limits;
  private final List<Remark> remarks;
  private final Set<String> names;
  private final CellText texts;

  Xlsx(String place, SheetLimits limits, List<Remark> remarks, Set<String> names) {
    this.place = place;
    this.limits = limits;
    this.remarks = remarks;
    this.names = names;
    this.texts = new CellText(limits, place);
  }

  Optional<Sheet> read(Path file) throws IOException, Unreadable {
    ArchiveLimits weights = new ArchiveLimits(4 * PART, MAX_PARTS, 200, 32, 255);
    Optional<Defect> refusal = DocumentZip.refusal(file, place, weights, Xlsx::largest);
    if (refusal.isPresent()) {
      throw unreadable(refusal.get());
    }
    try (WorkbookParts parts = new WorkbookParts(file)) {
      return read(parts);
    } catch (XmlPart.Stop stop) {
      throw stop.reason();
    } catch (IOException | SAXException | RuntimeException theirs) {
      // Whatever the library runs into; our own disk has just delivered the whole file.
      throw Unreadable.damaged(place);
    }
  }

  private Optional<Sheet> read(WorkbookParts parts) throws IOException, SAXException {
    WorkbookIndex index = new WorkbookIndex();
    index.read(parts.workbook());
    CellFormats formats = new CellFormats();
    readIfAny(formats, parts.ofType("styles"));
    SharedTexts shared = new SharedTexts();
    readIfAny(shared, parts.ofType("sharedStrings"));
    SheetRows.Workbook workbook = new SheetRows.Workbook(shared, formats, index.since1904());
    List<Table> tables = new ArrayList<>();
    for (WorkbookIndex.SheetEntry entry : index.sheets()) {
      if (entry.hidden()) {
        String at = place + "!" + entry.name();
        remarks.add(Remark.of(Kind.HIDDEN_SHEET, at, "是隐藏的工作表，未予读取", "is hidden and was not read"));
        continue;
      }
      Grid grid = new Grid(gridPlace(index, entry), limits, texts);
      new SheetRows(workbook, grid).read(parts.sheet(entry.relation()));
      Table table = new Table(grid, remarks, names);
      if (table.isHeaded()) {
        return table.find();
      }
      tables.add(table);
    }
    return tables.stream().flatMap(table -> table.find().stream()).findFirst();
  }

  private static void readIfAny(XmlPart part, Optional<InputStream> found)
      throws IOException, SAXException {
    if (found.isPresent()) {
      part.read(found.get());
    }
  }

  /** A clerk with one sheet does not think of sheets. */
  private String gridPlace(WorkbookIndex index, WorkbookIndex.SheetEntry entry) {
    return index.sheets().size() == 1 ? place : place + "!" + entry.name();
  }

  private static long largest(String part) {
    return part.endsWith("sharedStrings.xml") ? TEXTS : PART;
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
