package cn.baosong.reader.bag;

import cn.baosong.reader.archive.Junk;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files of a folder that is packed as it lies, without what operating systems leave behind. */
final class PackedFolder {
  private static final char REPLACEMENT = '\uFFFD';

  private PackedFolder() {}

  /**
   * @param zip that may lie in the folder itself
   */
  static List<BagFile> files(Path directory, Path zip) throws IOException {
    if (!Files.isRegularFile(directory.resolve("package.json"))) {
      throw new NoSuchFileException(directory.resolve("package.json").toString());
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS)).toList();
    }
    List<BagFile> payload = new ArrayList<>();
    for (Path file : files) {
      List<String> segments =
          StreamSupport.stream(directory.relativize(file).spliterator(), false)
              .map(Path::toString)
              .toList();
      if (!Junk.isJunk(segments) && !file.toAbsolutePath().equals(zip.toAbsolutePath())) {
        payload.add(readable(String.join("/", segments), file));
      }
    }
    return payload;
  }

  private static BagFile readable(String path, Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.isSymbolicLink(file)) {
      throw new FileSystemException(file.toString(), null, "only files can be packed, no links");
    }
    if (path.indexOf(REPLACEMENT) >= 0) {
      throw new FileSystemException(
          file.toString(), null, "the locale cannot read this name; set LC_ALL=C.UTF-8");
    }
    return new BagFile(path, file);
  }
}
