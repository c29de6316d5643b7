package cn.baosong.reader.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Unpacks one container of whatever kind, one level deep. */
final class Containers {
  private static final int BUFFER = 1 << 16;

  /** The collection tool's file is passed on unopened, whatever its first bytes look like. */
  private static final Pattern OPAQUE = Pattern.compile("(?i).*[.．·・]rpu");

  private static final Pattern COMPRESSION = Pattern.compile("(?i)\\.(gz|bz2|xz|zst)$");

  private static final Pattern MAIL = Pattern.compile("(?i).*\\.eml");

  /** Later volumes of a split archive begin with nothing that tells them. */
  private static final Pattern VOLUME =
      Pattern.compile("(?i).*(\\.(zip|7z|rar|tar|tgz|gz|bz2|xz|zst)\\.\\d{2,3}|\\.[zr]\\d\\d)");

  private final Unpacking unpacking;

  Containers(Unpacking unpacking) {
    this.unpacking = unpacking;
  }

  /** Whether a file is a container at all; documents in zip clothing are not. */
  boolean isContainer(Path file, String name) {
    return kindOf(file, name) != ContainerKind.LOOSE || isVolume(name);
  }

  /** Whether it is a mail, by its name or by how it begins. */
  boolean isMail(Path file, String name) {
    if (kindOf(file, name) != ContainerKind.LOOSE || isVolume(name)) {
      return false;
    }
    try (BlobChannel channel = new BlobChannel(file)) {
      byte[] head = channel.peek(0, MailHead.LENGTH);
      return MAIL.matcher(name).matches()
          || MailHead.isSavedByOutlook(head, name)
          || MailHead.looksLike(head);
    } catch (IOException ours) {
      throw new DiskFailure(ours);
    }
  }

  /** Takes out of mails what they enclose, and out of the archives among that what they hold. */
  List<Found> openMails(List<Path> mails, String name) throws Refusal {
    MailReader reader = new MailReader(name, unpacking);
    List<Found> enclosed = List.of();
    for (Path mail : mails) {
      enclosed = guarded(mail, name, channel -> reader.read(buffered(channel), mail));
    }
    NestedArchives archives = new NestedArchives(unpacking);
    return archives.expand(archives.expandAttached(enclosed));
  }

  List<Found> unpack(Path file, String name) throws Refusal {
    ContainerKind kind = kindOf(file, name);
    return guarded(file, name, channel -> unpack(kind, channel, name));
  }

  /** What reads a container. */
  private interface Reading {
    List<Found> from(BlobChannel channel) throws IOException, Refusal;
  }

  private static List<Found> guarded(Path file, String name, Reading reading) throws Refusal {
    try (BlobChannel channel = new BlobChannel(file)) {
      return reading.from(channel);
    } catch (DiskFailure ours) {
      throw ours;
    } catch (Refusal refusal) {
      boolean cutOff = refusal.defect().kind() == Defect.Kind.BROKEN && isVolume(name);
      throw cutOff ? Foreign.volume(name) : refusal;
    } catch (IOException | RuntimeException theirs) {
      // The decoders answer damaged bytes with whatever exception they happen to run into.
      throw broken(theirs, name);
    }
  }

  private static Refusal broken(Exception theirs, String name) {
    if (Decoders.isHunger(theirs)) {
      return Foreign.hungry(name);
    }
    return isVolume(name) ? Foreign.volume(name) : ZipDirectory.damaged(name);
  }

  private ContainerKind kindOf(Path file, String name) {
    if (OPAQUE.matcher(name).matches()) {
      return ContainerKind.LOOSE;
    }
    try (BlobChannel channel = new BlobChannel(file)) {
      ContainerKind kind = ContainerKind.of(channel.peek(0, ContainerKind.HEAD));
      boolean document =
          kind == ContainerKind.ZIP && ZipReader.isDocument(channel, name, unpacking.limits);
      return document ? ContainerKind.LOOSE : kind;
    } catch (DiskFailure ours) {
      throw ours;
    } catch (IOException | RuntimeException damagedZip) {
      return ContainerKind.ZIP;
    }
  }

  private List<Found> unpack(ContainerKind kind, BlobChannel channel, String name)
      throws IOException, Refusal {
    return switch (kind) {
      case ZIP -> new ZipReader(name, unpacking).read(channel);
      case SEVEN_ZIP -> new SevenZipReader(name, unpacking).read(channel);
      case RAR -> new RarReader(name, unpacking).read(channel);
      case TAR -> new TarReader(buffered(channel), name, unpacking).read();
      case GZIP -> tarOrSingle(Decoders.gzip(buffered(channel)), name);
      case BZIP2 -> tarOrSingle(Decoders.bzip2(buffered(channel)), name);
      case XZ -> tarOrSingle(Decoders.xz(buffered(channel)), name);
      case ZSTD -> tarOrSingle(Decoders.zstd(buffered(channel)), name);
      case SPLIT_ZIP -> throw Foreign.volume(name);
      case DISC_IMAGE -> throw Foreign.discImage(name);
      case PROGRAM -> throw Foreign.program(name);
      case LOOSE -> loose(channel, name);
    };
  }

  private static boolean isVolume(String name) {
    return VOLUME.matcher(name).matches();
  }

  private static InputStream buffered(BlobChannel channel) {
    channel.position(0);
    return new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
  }

  private List<Found> tarOrSingle(InputStream plain, String name) throws IOException, Refusal {
    try (InputStream in = new BufferedInputStream(plain, BUFFER)) {
      in.mark(TarHeader.BLOCK);
      boolean tar = TarHeader.looksLike(in.readNBytes(TarHeader.BLOCK));
      in.reset();
      return tar
          ? new TarReader(in, name, unpacking).read()
          : single(in, COMPRESSION.matcher(name).replaceFirst(""));
    }
  }

  private List<Found> loose(BlobChannel channel, String name) throws IOException, Refusal {
    if (isVolume(name)) {
      throw Foreign.volume(name);
    }
    return single(buffered(channel), name);
  }

  private List<Found> single(InputStream in, String name) throws IOException, Refusal {
    unpacking.budget.entry();
    return List.of(Found.named(name, unpacking.workspace.keep(name, in, Long.MAX_VALUE)));
  }
}
