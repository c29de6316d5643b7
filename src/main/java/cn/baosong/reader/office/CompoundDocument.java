package cn.baosong.reader.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A document as a compound file (MS-CFB), told by the names of its storages and streams. */
final class CompoundDocument {
  private static final Logger LOG = LoggerFactory.getLogger(CompoundDocument.class);
  private static final int MOST_ENTRIES = 100_000;
  private static final Set<String> MACROS =
      Set.of("Macros", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA");
  private static final Set<String> LOCKS = Set.of("EncryptedPackage", "EncryptionInfo");

  /** Word keeps objects in a pool, Excel in storages MBD…; both have such a stream. */
  private static final Pattern OBJECTS =
      Pattern.compile("ObjectPool|MBD\\p{XDigit}{8}|\u0001Ole10Native");

  private CompoundDocument() {}

  static Set<Cargo> cargo(Path file) {
    Set<Cargo> cargo = EnumSet.noneOf(Cargo.class);
    try (POIFSFileSystem document = new POIFSFileSystem(file.toFile(), true)) {
      Deque<DirectoryEntry> open = new ArrayDeque<>(Set.of(document.getRoot()));
      for (int seen = 0; !open.isEmpty() && seen < MOST_ENTRIES; ) {
        for (Entry entry : open.pop()) {
          seen++;
          of(entry).ifPresent(cargo::add);
          if (entry instanceof DirectoryEntry folder) {
            open.push(folder);
          }
        }
      }
    } catch (IOException | RuntimeException | StackOverflowError damaged) {
      LOG.info("a compound document is damaged: {}", damaged.toString());
    }
    return cargo;
  }

  private static Optional<Cargo> of(Entry entry) {
    String name = entry.getName();
    if (MACROS.contains(name)) {
      return Optional.of(Cargo.MACRO);
    }
    if (LOCKS.contains(name)) {
      return Optional.of(Cargo.LOCKED);
    }
    boolean object = OBJECTS.matcher(name).matches() && !isEmpty(entry);
    return object ? Optional.of(Cargo.OBJECT) : Optional.empty();
  }

  /** Word leaves an empty pool in every document. */
  private static boolean isEmpty(Entry entry) {
    return entry instanceof DirectoryEntry folder && folder.getEntryCount() == 0;
  }
}
