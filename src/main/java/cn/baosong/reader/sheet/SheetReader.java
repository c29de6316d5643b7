package cn.baosong.reader.sheet;

import cn.baosong.reader.sheet.Remark.Kind;
import cn.baosong.reader.text.TextBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a list of candidates from a workbook (.xlsx), from separated text (UTF-8 with or without a
 * mark, UTF-16 with one, or GB18030) or from JSON. The bytes say which, not the name.
 */
public final class SheetReader {
  private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
  private static final byte[] OLE2 = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
  private static final byte[] UTF8_MARK = HexFormat.of().parseHex("efbbbf");
  private static final byte[] UTF16_LITTLE = HexFormat.of().parseHex("fffe");
  private static final byte[] UTF16_BIG = HexFormat.of().parseHex("feff");

  private final SheetLimits limits;
  private final Set<String> names;

  /** Reads lists of people, known by their heading 姓名. */
  public SheetReader(SheetLimits limits) {
    this(limits, Set.of(Table.NAME));
  }

  /**
   * @param names headings of the column that every row fills in; any one of them marks the row of
   *     headings, whatever title stands above it
   */
  public SheetReader(SheetLimits limits, Set<String> names) {
    this.limits = limits;
    this.names = Set.copyOf(names);
  }

  /**
   * Reads the first table that lists people.
   *
   * @param name what the file is called in the places of cells and in remarks
   * @throws IOException when our own disk fails; a bad list is a remark
   */
  public SheetReading read(Path file, String name) throws IOException {
    List<Remark> remarks = new ArrayList<>();
    Optional<Sheet> sheet = Optional.empty();
    try {
      sheet = read(file, name, remarks);
      if (sheet.isEmpty()) {
        remarks.add(
            Remark.of(
                Kind.NO_TABLE,
                name,
                "中没有找到标题行（应有“" + String.join("”或“", new TreeSet<>(names)) + "”列）",
                "has no row of headings"));
      }
    } catch (Unreadable unreadable) {
      remarks.add(unreadable.remark());
    }
    return new SheetReading(sheet, remarks);
  }

  /** The same of bytes that were read already; they are laid down for the time of reading. */
  public SheetReading read(byte[] bytes, String name) throws IOException {
    Path file = Files.createTempFile("baosong-list", ".tmp");
    try {
      Files.write(file, bytes);
      return read(file, name);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Optional<Sheet> read(Path file, String name, List<Remark> remarks)
      throws IOException, Unreadable {
    if (Files.size(file) > limits.maxBytes()) {
      throw Unreadable.tooLarge(name);
    }
    byte[] start = head(file);
    if (startsWith(start, ZIP)) {
      return new Xlsx(name, limits, remarks, names).read(file);
    }
    if (startsWith(start, OLE2)) {
      throw new Unreadable(
          Kind.OLD_FORMAT,
          name,
          "是旧版 .xls 或加密的工作簿，请另存为未加密的 .xlsx",
          "is an old .xls or an encrypted workbook; save it as a plain .xlsx");
    }
    String text = decoded(Files.readAllBytes(file), name);
    String first = text.stripLeading();
    if (first.startsWith("[") || first.startsWith("{")) {
      return Optional.of(JsonList.read(text, name, limits));
    }
    Grid grid = new Grid(name, limits, new CellText(limits, name));
    Csv.read(text, grid);
    return new Table(grid, remarks, names).find();
  }

  private static String decoded(byte[] bytes, String name) throws Unreadable {
    if (startsWith(bytes, UTF16_LITTLE) || startsWith(bytes, UTF16_BIG)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    byte[] plain =
        startsWith(bytes, UTF8_MARK) ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    return TextBytes.utf8(plain)
        .or(() -> TextBytes.gb18030(plain))
        .filter(text -> text.indexOf('\0') < 0)
        .orElseThrow(() -> Unreadable.damaged(name));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(OLE2.length);
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }
}
