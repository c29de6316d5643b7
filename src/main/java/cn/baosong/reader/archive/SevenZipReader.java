package cn.baosong.reader.archive;

import cn.baosong.reader.mail.Passwords;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/**
 * Reads a 7z, solid or not, front to back. Encrypted in any part, it is opened by a password that
 * its sender wrote, or not at all.
 */
final class SevenZipReader {
  /** High half of the attributes is a Unix mode (p7zip and 7-Zip since 2016). */
  private static final int UNIX_EXTENSION = 0x8000;

  /** Unpacked bytes by which a password is tried. */
  private static final long TRIED = 64L << 20;

  private static final int REPARSE_POINT = 0x400;
  private static final int FILE_TYPE = 0xF000;
  private static final int REGULAR = 0x8000;
  private static final int FOLDER = 0x4000;

  private final String archive;
  private final Unpacking unpacking;

  SevenZipReader(String archive, Unpacking unpacking) {
    this.archive = archive;
    this.unpacking = unpacking;
  }

  List<Found> read(BlobChannel channel) throws IOException, Refusal {
    new SevenZipHeader(channel, archive, unpacking.limits).check();
    int mark = unpacking.workspace.mark();
    try {
      return read(channel, Optional.empty());
    } catch (PasswordRequiredException encrypted) {
      unpacking.workspace.dropSince(mark);
    }
    String password = password(channel).orElseThrow(() -> Refusal.encrypted(archive));
    return read(channel, Optional.of(password));
  }

  /** One that the sender wrote into the mail, or into the one behind it. */
  private Optional<String> password(BlobChannel channel) {
    return unpacking.mail.stream()
        .flatMap(mail -> Passwords.in(mail.words()).stream())
        .filter(word -> opens(channel, word))
        .findFirst();
  }

  /** What a wrong password gives has sums that do not fit, or is nothing at all. */
  private static boolean opens(BlobChannel channel, String password) {
    byte[] buffer = new byte[1 << 13];
    try (SevenZFile seven = open(channel, Optional.of(password))) {
      long read = 0;
      while (read < TRIED && seven.getNextEntry() != null) {
        for (int n = seven.read(buffer); n >= 0 && read < TRIED; n = seven.read(buffer)) {
          read += n;
        }
      }
      return true;
    } catch (DiskFailure ours) {
      throw ours;
    } catch (IOException | RuntimeException wrong) {
      return false;
    }
  }

  private List<Found> read(BlobChannel channel, Optional<String> password)
      throws IOException, Refusal {
    try (SevenZFile seven = open(channel, password)) {
      List<SevenZArchiveEntry> entries = new ArrayList<>();
      seven.getEntries().forEach(entries::add);
      unpacking.budget.entries(entries.size());
      Map<SevenZArchiveEntry, List<String>> planned = plan(entries);
      unpacking.budget.foresee(
          Budget.total(entries.stream().mapToLong(SevenZArchiveEntry::getSize)));
      return extract(seven, planned);
    }
  }

  private static SevenZFile open(BlobChannel channel, Optional<String> password)
      throws IOException {
    channel.position(0);
    return SevenZFile.builder()
        .setSeekableByteChannel(channel.lent())
        .setMaxMemoryLimitKiB(Decoders.MEMORY_KIB)
        .setPassword(password.map(String::toCharArray).orElse(null))
        .get();
  }

  /** Judges all names before stopping at the first bad one, so that each is told. */
  private Map<SevenZArchiveEntry, List<String>> plan(List<SevenZArchiveEntry> entries)
      throws Refusal {
    Map<SevenZArchiveEntry, List<String>> planned = new IdentityHashMap<>();
    UnsafeNames unsafe = new UnsafeNames(unpacking.defects);
    for (SevenZArchiveEntry entry : entries) {
      unsafe.judge(() -> admitted(entry).ifPresent(path -> planned.put(entry, path)));
    }
    unsafe.refuse();
    return planned;
  }

  private Optional<List<String>> admitted(SevenZArchiveEntry entry) throws Refusal {
    String name = name(entry);
    if (entry.isAntiItem() || isSpecial(entry)) {
      throw Refusal.unsafe(name, "是链接、设备文件或删除标记", "is a link, a device or a deletion mark");
    }
    if (entry.isDirectory()) {
      EntryPath.parse(name);
      return Optional.empty();
    }
    return unpacking.admit(NameBytes.Reading.sure(name));
  }

  private static String name(SevenZArchiveEntry entry) {
    return Optional.ofNullable(entry.getName()).orElse("");
  }

  private static boolean isSpecial(SevenZArchiveEntry entry) {
    int attributes = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() : 0;
    int type = attributes >>> 16 & FILE_TYPE;
    boolean unix = (attributes & UNIX_EXTENSION) != 0 && type != 0;
    return (attributes & REPARSE_POINT) != 0 || (unix && type != REGULAR && type != FOLDER);
  }

  private List<Found> extract(SevenZFile seven, Map<SevenZArchiveEntry, List<String>> planned)
      throws IOException, Refusal {
    List<Found> found = new ArrayList<>();
    for (SevenZArchiveEntry entry = seven.getNextEntry();
        entry != null;
        entry = seven.getNextEntry()) {
      List<String> path = planned.get(entry);
      if (path != null) {
        extract(seven, entry, path).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Found> extract(SevenZFile seven, SevenZArchiveEntry entry, List<String> path)
      throws Refusal, PasswordRequiredException {
    String name = name(entry);
    try {
      Workspace.Stored stored = unpacking.workspace.keep(name, new Current(seven), Long.MAX_VALUE);
      if (stored.size() == entry.getSize()) {
        return Optional.of(new Found(path, Optional.empty(), stored, modified(entry)));
      }
      Workspace.drop(stored.file());
    } catch (DiskFailure ours) {
      throw ours;
    } catch (PasswordRequiredException encrypted) {
      throw encrypted;
    } catch (IOException | RuntimeException theirs) {
      // The decoders answer damaged bytes with whatever exception they happen to run into.
      unpacking.damaged(name, theirs);
      return Optional.empty();
    }
    unpacking.damaged(name);
    return Optional.empty();
  }

  private static Optional<Instant> modified(SevenZArchiveEntry entry) {
    return entry.getHasLastModifiedDate()
        ? Optional.of(entry.getLastModifiedTime().toInstant())
        : Optional.empty();
  }

  /** The bytes of the entry that was stepped to last. */
  private static final class Current extends InputStream {
    private final SevenZFile seven;

    Current(SevenZFile seven) {
      this.seven = seven;
    }

    @Override
    public int read() throws IOException {
      return seven.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return seven.read(target, offset, length);
    }
  }
}
