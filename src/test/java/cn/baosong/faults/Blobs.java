package cn.baosong.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The originals below {@code archive}, read byte by byte. */
final class Blobs {
  private final Path archive;
  private final Set<String> proven = new HashSet<>();

  Blobs(Path home) {
    this.archive = home.resolve("archive");
  }

  /** What is wrong with the original of an arrival; its digest is reckoned once unless told. */
  void check(Drop drop, Receipts.Arrival arrival, boolean again, List<String> faults)
      throws IOException {
    if (!again && proven.contains(arrival.id())) {
      return;
    }
    Path original = original(arrival.digest());
    if (!Files.exists(original)) {
      faults.add("LOST " + drop.name() + ": registered, its original is not in the archive");
      return;
    }
    if (!Sha.of(original).equals(arrival.digest())) {
      faults.add("archive: " + arrival.digest() + " is not what its name says");
    }
    if (!Files.exists(original.resolveSibling(arrival.digest() + "." + arrival.id() + ".json"))) {
      faults.add("archive: no evidence of arrival " + arrival.id() + " of " + drop.name());
    }
    boolean same =
        drop.isTree()
            ? tree(original).equals(drop.files())
            : arrival.digest().equals(drop.files().get(""));
    if (!same) {
      faults.add("LOST " + drop.name() + ": what is kept differs from what was dropped");
    }
    proven.add(arrival.id());
  }

  /** Originals that no arrival tells of, and what an interrupted write left. */
  void strays(Receipts receipts, List<String> faults) throws IOException {
    Set<String> known =
        receipts.all().stream().map(Receipts.Arrival::digest).collect(Collectors.toSet());
    for (Path file : files()) {
      String name = file.getFileName().toString();
      boolean evidence = name.endsWith(".json");
      if (!known.contains(evidence ? name.substring(0, name.indexOf('.')) : name)) {
        faults.add("archive: " + archive.relativize(file) + " belongs to no submission");
      }
    }
  }

  private Set<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(archive)) {
      return all.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private Path original(String digest) {
    return archive.resolve(digest.substring(0, 2)).resolve(digest);
  }

  private static Map<String, String> tree(Path tar) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (TarArchiveInputStream entries =
        new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(tar)), "UTF-8")) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), Sha.of(entries));
        }
      }
    }
    return files;
  }
}
