package cn.baosong.reader.archive;

import com.github.junrar.Archive;
import com.github.junrar.ArchiveOptions;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedRarMethodException;
import com.github.junrar.rarfile.FileHeader;
import com.github.junrar.rarfile.HostSystem;
import com.github.junrar.rarfile.rar5.Rar5RedirType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a RAR of version 4 or 5 with a library that only decodes: names, places and limits are ours
 * (ADR 7).
 */
final class RarReader {
  private static final int FILE_TYPE = 0xF000;
  private static final int LINK = 0xA000;

  private final String archive;
  private final Unpacking unpacking;

  RarReader(String archive, Unpacking unpacking) {
    this.archive = archive;
    this.unpacking = unpacking;
  }

  private record Planned(FileHeader header, List<String> path, NameBytes.Reading name) {}

  List<Found> read(BlobChannel channel) throws IOException, Refusal {
    RarBlocks blocks = RarBlocks.of(channel, archive, unpacking.limits);
    if (blocks.encrypted()) {
      throw Refusal.encrypted(archive);
    }
    if (blocks.volume()) {
      throw Foreign.volume(archive);
    }
    unpacking.budget.entries(blocks.files());
    channel.position(0);
    RarVolume volume = new RarVolume(channel);
    ArchiveOptions bounded =
        ArchiveOptions.builder().maxDictionarySize(Decoders.DICTIONARY).build();
    try (Archive rar = new Archive(volume, bounded)) {
      volume.rethrowOurs();
      return read(rar, blocks, volume);
    } catch (RarException theirs) {
      volume.rethrowOurs();
      throw ZipDirectory.damaged(archive);
    }
  }

  private List<Found> read(Archive rar, RarBlocks blocks, RarVolume volume) throws Refusal {
    List<FileHeader> headers = rar.getFileHeaders();
    // The library keeps quiet about headers that it could not read.
    if (headers.size() != blocks.files()) {
      throw ZipDirectory.damaged(archive);
    }
    List<Planned> planned = plan(headers);
    if (!planned.isEmpty() && planned.stream().allMatch(p -> p.header.isEncrypted())) {
      throw Refusal.encrypted(archive);
    }
    if (headers.stream().anyMatch(FileHeader::isUnpSizeUnknown)) {
      throw Foreign.method(archive);
    }
    unpacking.budget.foresee(
        Budget.total(headers.stream().mapToLong(FileHeader::getFullUnpackSize)));
    List<Found> found = new ArrayList<>();
    for (Planned each : planned) {
      extract(rar, each).ifPresent(found::add);
      volume.rethrowOurs();
    }
    return found;
  }

  /** Judges all names before stopping at the first bad one, so that each is told. */
  private List<Planned> plan(List<FileHeader> headers) throws Refusal {
    List<Planned> planned = new ArrayList<>();
    UnsafeNames unsafe = new UnsafeNames(unpacking.defects);
    for (FileHeader header : headers) {
      NameBytes.Reading name = name(header);
      unsafe.judge(
          () ->
              admitted(header, name)
                  .ifPresent(path -> planned.add(new Planned(header, path, name))));
    }
    unsafe.refuse();
    return planned;
  }

  private Optional<List<String>> admitted(FileHeader header, NameBytes.Reading name)
      throws Refusal {
    if (isLink(header)) {
      throw Refusal.unsafe(name.text(), "是链接", "is a link");
    }
    if (header.isDirectory()) {
      EntryPath.parse(name.text());
      return Optional.empty();
    }
    return unpacking.admit(name);
  }

  private static boolean isLink(FileHeader header) {
    boolean redirected =
        Optional.ofNullable(header.getRedirection())
            .filter(r -> r.getType() != Rar5RedirType.NONE)
            .isPresent();
    boolean unix = header.isRar5Container() || header.getHostOS() == HostSystem.unix;
    return redirected || (unix && (header.getFileAttr() & FILE_TYPE) == LINK);
  }

  /** RAR 5 writes UTF-8; RAR 4 the sender's code page, and behind it perhaps a Unicode form. */
  private static NameBytes.Reading name(FileHeader header) {
    byte[] raw = header.getFileNameByteArray();
    boolean twice = false;
    for (byte b : raw) {
      twice |= b == 0;
    }
    return twice && header.isUnicode()
        ? NameBytes.Reading.sure(header.getFileName())
        : NameBytes.utf8First(raw);
  }

  private Optional<Found> extract(Archive rar, Planned planned) throws Refusal {
    FileHeader header = planned.header;
    String name = planned.name.text();
    if (header.isEncrypted()) {
      unpacking.defects.add(Refusal.encrypted(name).forEntryOnly());
      return Optional.empty();
    }
    long packed = header.isSolid() ? Long.MAX_VALUE : header.getFullPackSize();
    try (Intake intake = unpacking.workspace.intake(name, packed)) {
      Sink sink = new Sink(intake);
      try {
        rar.extractFile(header, sink);
        return Optional.of(new Found(planned.path, planned.name.raw(), intake.kept(), at(header)));
      } catch (RarException | RuntimeException theirs) {
        sink.rethrowOurs();
        tell(name, theirs);
      }
    }
    return Optional.empty();
  }

  private void tell(String name, Exception theirs) {
    if (theirs instanceof UnsupportedRarMethodException) {
      unpacking.defects.add(Foreign.method(name).forEntryOnly());
    } else {
      unpacking.damaged(name, theirs);
    }
  }

  /** RAR 4 has only a wall-clock time. */
  private static Optional<Instant> at(FileHeader header) {
    return header.isRar5Container()
        ? Optional.ofNullable(header.getLastModifiedTime()).map(FileTime::toInstant)
        : Optional.empty();
  }

  /** Takes what the library pushes, and remembers what stopped it: the library wraps it away. */
  private static final class Sink extends OutputStream {
    private final Intake intake;
    private Optional<Refusal> refusal = Optional.empty();
    private Optional<DiskFailure> ours = Optional.empty();

    Sink(Intake intake) {
      this.intake = intake;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        intake.take(bytes, offset, length);
      } catch (Refusal stop) {
        refusal = Optional.of(stop);
        throw new IOException(stop);
      } catch (DiskFailure failure) {
        ours = Optional.of(failure);
        throw failure;
      }
    }

    void rethrowOurs() throws Refusal {
      if (ours.isPresent()) {
        throw ours.get();
      }
      if (refusal.isPresent()) {
        throw refusal.get();
      }
    }
  }
}
