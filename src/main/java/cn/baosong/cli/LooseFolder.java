package cn.baosong.cli;

import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Opened;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.ArchiveOpener;
import cn.baosong.reader.pack.FrontDoor;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A place of our own to look at a package in, gone afterwards. */
final class LooseFolder implements Closeable {
  private static final int MAX_PAGES = 2000;

  private final Path place;

  LooseFolder() throws IOException {
    place = Files.createTempDirectory("baosong-");
  }

  /** The package as one file; a folder is zipped first, as a clerk would. */
  Path packed(Path target) throws IOException {
    if (Files.isRegularFile(target)) {
      return target;
    }
    if (!Files.isDirectory(target)) {
      throw new Trouble(
          "找不到 " + target + "。文件名含中文时请先设 LC_ALL=C.UTF-8。",
          "There is no " + target + ". For a Chinese name set LC_ALL=C.UTF-8.");
    }
    Path zip = place.resolve("folder.zip");
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(zip), StandardCharsets.UTF_8)) {
      for (Path file : files(target)) {
        out.putNextEntry(new ZipEntry(name(target, file)));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return zip;
  }

  Opened open(Path blob, Path target) throws IOException {
    return new FrontDoor(new ArchiveOpener(ArchiveLimits.safe()), place.resolve("work"), MAX_PAGES)
        .open(blob, target.toAbsolutePath().normalize().getFileName().toString());
  }

  static Digest digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      DigestInputStream read = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
      read.transferTo(OutputStream.nullOutputStream());
      return new Digest(HexFormat.of().formatHex(read.getMessageDigest().digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
    }
  }

  private static String name(Path folder, Path file) {
    String name = folder.relativize(file).toString().replace('\\', '/');
    if (name.indexOf('\uFFFD') >= 0) {
      throw new Trouble(
          "本机环境读不出文件名 " + name + "，请先设 LC_ALL=C.UTF-8。",
          "The locale cannot read the name " + name + ": set LC_ALL=C.UTF-8.");
    }
    return name;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> tree = Files.walk(place)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
