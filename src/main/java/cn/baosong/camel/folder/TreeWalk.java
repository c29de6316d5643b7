package cn.baosong.camel.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/**
 * Goes over one entry, file or whole folder, by names and attributes alone: nothing is opened, and
 * no link is followed. Ends early where there is more than the office takes as one package.
 */
final class TreeWalk extends SimpleFileVisitor<Path> {
  /** Beyond what any opening allows, so that the unit is told by letter and not by us. */
  static final int MOST_FILES = 100_000;

  static final int DEEPEST = 512;

  /** What is done with each thing on the way. */
  interface Visitor {
    void folder(Path folder) throws IOException;

    void file(Path file) throws IOException;

    /** A link, a pipe, a socket or a device. */
    void special(Path other) throws IOException;
  }

  private final Visitor visitor;
  private int seen;
  private Optional<String> excess = Optional.empty();

  private TreeWalk(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Why not all of it was seen; empty when it was. */
  static Optional<String> over(Path entry, Visitor visitor) throws IOException {
    TreeWalk walk = new TreeWalk(visitor);
    Files.walkFileTree(entry, Set.of(), DEEPEST, walk);
    return walk.excess;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    visitor.folder(folder);
    return counted();
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isDirectory()) {
      excess = Optional.of("文件夹层次超过 " + DEEPEST + " 层");
      return FileVisitResult.TERMINATE;
    }
    if (attributes.isRegularFile()) {
      visitor.file(file);
    } else {
      visitor.special(file);
    }
    return counted();
  }

  private FileVisitResult counted() {
    if (++seen > MOST_FILES) {
      excess = Optional.of("内的文件超过 " + MOST_FILES + " 个");
      return FileVisitResult.TERMINATE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (failure instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw failure;
  }
}
