package cn.baosong.reader.office;

import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.Defect;
import cn.baosong.reader.archive.DocumentZip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/**
 * A document as a zip of XML parts (ECMA-376, ODF). Its parts are named by their types and
 * relations, for a macro may lie in a part of any name.
 */
final class PackedDocument {
  private static final Logger LOG = LoggerFactory.getLogger(PackedDocument.class);
  private static final ArchiveLimits LIMITS = new ArchiveLimits(1L << 30, 10_000, 200, 32, 255);
  private static final long LARGEST_INDEX = 1L << 20;
  private static final String TYPES = "[Content_Types].xml";
  private static final String RELATIONS = ".rels";

  private PackedDocument() {}

  static Set<Cargo> cargo(Path file) throws IOException, BeyondLimits {
    Optional<Defect> refusal =
        DocumentZip.refusal(file, file.toString(), LIMITS, PackedDocument::largest);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    Set<Cargo> cargo = EnumSet.noneOf(Cargo.class);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> parts = zip.entries();
      while (parts.hasMoreElements()) {
        ZipEntry part = parts.nextElement();
        byName(part.getName().toLowerCase(Locale.ROOT)).ifPresent(cargo::add);
        if (isIndex(part.getName())) {
          try (InputStream in = zip.getInputStream(part)) {
            new PartIndex(cargo).read(in);
          }
        }
      }
    } catch (IOException | SAXException | RuntimeException damaged) {
      LOG.info("an office document is damaged: {}", damaged.toString());
    }
    return cargo;
  }

  private static Set<Cargo> refused(Defect refusal) throws BeyondLimits {
    return switch (refusal.kind()) {
      case UNSAFE, TOO_LARGE -> throw new BeyondLimits(refusal.english());
      case ENCRYPTED -> EnumSet.of(Cargo.LOCKED);
      case BROKEN, UNSUPPORTED, MARKED, DUPLICATE_NAME, DAMAGED_NAME -> EnumSet.noneOf(Cargo.class);
    };
  }

  /** OOXML by the customary names; ODF has macros in folders and objects in folders of a name. */
  private static Optional<Cargo> byName(String part) {
    if (part.endsWith("vbaproject.bin")
        || part.contains("macrosheets/")
        || part.startsWith("basic/")
        || part.startsWith("scripts/")) {
      return Optional.of(Cargo.MACRO);
    }
    return part.contains("embeddings/")
            || part.contains("activex/")
            || part.matches("object(replacements/| \\d+/).*")
        ? Optional.of(Cargo.OBJECT)
        : Optional.empty();
  }

  private static boolean isIndex(String part) {
    return part.equals(TYPES) || part.endsWith(RELATIONS);
  }

  private static long largest(String part) {
    return isIndex(part) ? LARGEST_INDEX : LIMITS.maxBytes();
  }
}
