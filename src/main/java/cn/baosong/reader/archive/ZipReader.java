package cn.baosong.reader.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.X000A_NTFS;
import org.apache.commons.compress.archivers.zip.X5455_ExtendedTimestamp;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** Reads a zip by its directory; everything suspicious is found before a byte is unpacked. */
final class ZipReader {
  /** Names at the root that make a zip a document (OOXML, OFD, ODF) and not a package. */
  private static final Set<String> DOCUMENT = Set.of("[Content_Types].xml", "OFD.xml", "mimetype");

  private static final int FILE_TYPE = 0xF000;
  private static final Set<Integer> FILE_OR_FOLDER = Set.of(0, 0x8000, 0x4000);

  private final String archive;
  private final Unpacking unpacking;
  private Optional<ZipSecret> secret = Optional.empty();

  ZipReader(String archive, Unpacking unpacking) {
    this.archive = archive;
    this.unpacking = unpacking;
  }

  private record Planned(ZipArchiveEntry entry, List<String> path, NameBytes.Reading name) {}

  /** Whether this zip is one office document, to be kept whole. */
  static boolean isDocument(BlobChannel channel, String archive, ArchiveLimits limits)
      throws IOException {
    try {
      ZipDirectory.locate(channel, archive, limits);
      return Collections.list(open(channel).getEntries()).stream()
          .anyMatch(e -> DOCUMENT.contains(e.getName()));
    } catch (Refusal notEvenAZip) {
      return false;
    }
  }

  List<Found> read(BlobChannel channel) throws IOException, Refusal {
    ZipDirectory directory = ZipDirectory.locate(channel, archive, unpacking.limits);
    unpacking.budget.entries(directory.count());
    ZipFile zip = open(channel);
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    ZipNames names = ZipNames.vote(entries);
    List<Planned> planned = plan(entries, names);
    new LocalHeaders(channel, archive).verify(entries, directory.start(), names);
    secret = secret(zip, planned);
    if (!planned.isEmpty()
        && secret.isEmpty()
        && planned.stream().allMatch(p -> isEncrypted(p.entry))) {
      throw Refusal.encrypted(archive);
    }
    unpacking.budget.foresee(Budget.total(planned.stream().mapToLong(p -> p.entry.getSize())));
    List<Found> found = new ArrayList<>();
    for (Planned each : planned) {
      extract(zip, each).ifPresent(found::add);
    }
    return found;
  }

  /** The password that the sender wrote into the mail, or into the one behind it. */
  private Optional<ZipSecret> secret(ZipFile zip, List<Planned> planned) {
    List<ZipArchiveEntry> encrypted =
        planned.stream().map(Planned::entry).filter(ZipReader::isEncrypted).toList();
    return unpacking
        .mail
        .filter(any -> !encrypted.isEmpty())
        .flatMap(mail -> ZipSecret.among(mail.words(), zip, encrypted));
  }

  private static ZipFile open(BlobChannel channel) throws IOException {
    return ZipFile.builder()
        .setSeekableByteChannel(channel)
        .setCharset(StandardCharsets.ISO_8859_1)
        .setUseUnicodeExtraFields(false)
        .setIgnoreLocalFileHeader(true)
        .get();
  }

  /** Judges all names before stopping at the first bad one, so that each is told. */
  private List<Planned> plan(List<ZipArchiveEntry> entries, ZipNames names) throws Refusal {
    List<Planned> planned = new ArrayList<>();
    UnsafeNames unsafe = new UnsafeNames(unpacking.defects);
    for (ZipArchiveEntry entry : entries) {
      NameBytes.Reading name = names.of(entry);
      unsafe.judge(
          () -> {
            refuseLinks(entry, name.text());
            unpacking.admit(name).ifPresent(path -> planned.add(new Planned(entry, path, name)));
          });
    }
    unsafe.refuse();
    return planned;
  }

  private static void refuseLinks(ZipArchiveEntry entry, String name) throws Refusal {
    if (!FILE_OR_FOLDER.contains(entry.getUnixMode() & FILE_TYPE)) {
      throw Refusal.unsafe(name, "是链接或设备文件", "is a link or a device");
    }
  }

  private Optional<Found> extract(ZipFile zip, Planned planned) throws Refusal {
    ZipArchiveEntry entry = planned.entry;
    String name = planned.name.text();
    if (isEncrypted(entry) && secret.isEmpty()) {
      unpacking.defects.add(Refusal.encrypted(name).forEntryOnly());
      return Optional.empty();
    }
    if (!isEncrypted(entry) && !ZipContent.isReadable(entry)) {
      unpacking.defects.add(Foreign.method(name).forEntryOnly());
      return Optional.empty();
    }
    try (InputStream in = content(zip, entry)) {
      Workspace.Stored stored = unpacking.workspace.keep(name, in, entry.getCompressedSize());
      if (ZipSecret.isWhole(entry, stored.crc()) && stored.size() == entry.getSize()) {
        return Optional.of(new Found(planned.path, planned.name.raw(), stored, modified(entry)));
      }
      Workspace.drop(stored.file());
    } catch (DiskFailure ours) {
      throw ours;
    } catch (IOException | RuntimeException theirs) {
      // The decoders answer damaged bytes with whatever exception they happen to run into.
      unpacking.damaged(name, theirs);
      return Optional.empty();
    }
    unpacking.damaged(name);
    return Optional.empty();
  }

  private InputStream content(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    return isEncrypted(entry)
        ? secret.orElseThrow().content(zip, entry)
        : ZipContent.of(zip, entry);
  }

  private static boolean isEncrypted(ZipArchiveEntry entry) {
    return entry.getGeneralPurposeBit().usesEncryption()
        || entry.getGeneralPurposeBit().usesStrongEncryption()
        || entry.getMethod() == ZipMethod.AES_ENCRYPTED.getCode();
  }

  private static Optional<Instant> modified(ZipArchiveEntry entry) {
    boolean utc =
        entry.getExtraField(X5455_ExtendedTimestamp.HEADER_ID) != null
            || entry.getExtraField(X000A_NTFS.HEADER_ID) != null;
    return utc
        ? Optional.ofNullable(entry.getLastModifiedTime()).map(t -> t.toInstant())
        : Optional.empty();
  }
}
