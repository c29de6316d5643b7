package cn.baosong.reader.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * The parts of a workbook, found by the relations between them (ECMA-376, part 2). Names of parts
 * do not depend on case. The weight of the parts was checked before.
 */
final class WorkbookParts implements AutoCloseable {
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
  private final String workbook;
  private final Relations relations;

  /**
   * Opens a workbook.
   *
   * @throws IOException when it is none
   */
  WorkbookParts(Path file) throws IOException, SAXException {
    zip =
        ZipFile.builder()
            .setPath(file)
            .setCharset(StandardCharsets.UTF_8)
            .setIgnoreLocalFileHeader(true)
            .get();
    try {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        parts.putIfAbsent(key(part.getName()), part);
      }
      workbook =
          relations("_rels/.rels")
              .ofType("officeDocument")
              .map(target -> resolved("", target))
              .orElseThrow(() -> new IOException("no part is said to be the document"));
      int name = workbook.lastIndexOf('/') + 1;
      relations =
          relations(workbook.substring(0, name) + "_rels/" + workbook.substring(name) + ".rels");
    } catch (IOException | SAXException | RuntimeException notOne) {
      zip.close();
      throw notOne;
    }
  }

  /** The list of its sheets. */
  InputStream workbook() throws IOException {
    return part(workbook).orElseThrow(() -> new IOException("the document is not there"));
  }

  /** What a relation of the workbook points to; a relation may point to what is not there. */
  Optional<InputStream> ofType(String type) throws IOException {
    Optional<String> target = relations.ofType(type);
    return target.isPresent() ? part(resolved(workbook, target.get())) : Optional.empty();
  }

  InputStream sheet(String relation) throws IOException {
    String target =
        relations.byId(relation).orElseThrow(() -> new IOException("no relation " + relation));
    return part(resolved(workbook, target))
        .orElseThrow(() -> new IOException("the sheet is not there"));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private Relations relations(String name) throws IOException, SAXException {
    Relations read = new Relations();
    Optional<InputStream> part = part(name);
    if (part.isPresent()) {
      read.read(part.get());
    }
    return read;
  }

  private Optional<InputStream> part(String name) throws IOException {
    ZipArchiveEntry part = parts.get(key(name));
    return part == null ? Optional.empty() : Optional.of(zip.getInputStream(part));
  }

  private static String resolved(String source, String target) {
    return key(URI.create("/" + source).resolve(target.replace('\\', '/')).getPath());
  }

  private static String key(String name) {
    String slashed = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return slashed.startsWith("/") ? slashed.substring(1) : slashed;
  }

  /** Targets by id, and the first of each type; the types of transitional and strict end alike. */
  private static final class Relations extends XmlPart {
    private final Map<String, String> byId = new HashMap<>();
    private final Map<String, String> byType = new HashMap<>();

    Optional<String> byId(String id) {
      return Optional.ofNullable(byId.get(id));
    }

    Optional<String> ofType(String type) {
      return Optional.ofNullable(byType.get(type));
    }

    @Override
    void start(String element, Attributes attributes) {
      String type = attributes.getValue("Type");
      String target = attributes.getValue("Target");
      if (element.equals("Relationship")
          && type != null
          && target != null
          && !"External".equals(attributes.getValue("TargetMode"))) {
        byId.putIfAbsent(String.valueOf(attributes.getValue("Id")), target);
        byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), target);
      }
    }
  }
}
