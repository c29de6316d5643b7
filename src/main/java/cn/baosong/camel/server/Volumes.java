package cn.baosong.camel.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The volumes of one archive, which are one package: {@code a.part1.rar …}, {@code a.zip.001 …},
 * {@code a.z01 … a.zip}, {@code a.r00 … a.rar}.
 */
final class Volumes {
  private static final Pattern PARTS = Pattern.compile("(?is)(.+)\\.part(\\d{1,4})\\.rar");
  private static final Pattern PIECES =
      Pattern.compile("(?is)(.+\\.(?:zip|7z|rar|tar|tgz|gz))\\.(\\d{3})");
  private static final Pattern ZIP = Pattern.compile("(?is)(.+)\\.z(\\d\\d)");
  private static final Pattern RAR = Pattern.compile("(?is)(.+)\\.r(\\d\\d)");

  /** Stands for the one that closes the set. */
  private static final int LAST = Integer.MAX_VALUE;

  private Volumes() {}

  /** One volume, as a listing shows it. */
  private record Place(String set, int number) {}

  /** Makes one file of the volumes of each archive. */
  static List<ServerWalk.Found> grouped(List<ServerWalk.Found> found) {
    Map<String, TreeMap<Integer, ServerWalk.Found>> sets = new LinkedHashMap<>();
    List<ServerWalk.Found> files = new ArrayList<>();
    for (ServerWalk.Found each : found) {
      Optional<Place> place = place(each.path());
      place.ifPresentOrElse(
          at -> sets.computeIfAbsent(at.set(), s -> new TreeMap<>()).put(at.number(), each),
          () -> files.add(each));
    }
    Map<String, TreeMap<Integer, ServerWalk.Found>> byName = new HashMap<>();
    sets.forEach((set, volumes) -> byName.put(set.toLowerCase(Locale.ROOT), volumes));
    files.removeIf(
        file -> {
          TreeMap<Integer, ServerWalk.Found> volumes =
              byName.get(file.path().toLowerCase(Locale.ROOT));
          return volumes != null && volumes.put(LAST, file) == null;
        });
    sets.forEach((set, volumes) -> files.add(one(set, volumes)));
    return files;
  }

  private static Optional<Place> place(String path) {
    Matcher parts = PARTS.matcher(path);
    if (parts.matches()) {
      return Optional.of(new Place(parts.group(1) + ".part1.rar", number(parts)));
    }
    Matcher pieces = PIECES.matcher(path);
    if (pieces.matches()) {
      return Optional.of(new Place(pieces.group(1) + ".001", number(pieces)));
    }
    Matcher zip = ZIP.matcher(path);
    if (zip.matches()) {
      return Optional.of(new Place(zip.group(1) + ".zip", number(zip)));
    }
    Matcher rar = RAR.matcher(path);
    return rar.matches()
        ? Optional.of(new Place(rar.group(1) + ".rar", number(rar) + 1))
        : Optional.empty();
  }

  private static int number(Matcher volume) {
    return Integer.parseInt(volume.group(2));
  }

  private static ServerWalk.Found one(String set, SortedMap<Integer, ServerWalk.Found> volumes) {
    List<ServerWalk.Found> all = List.copyOf(volumes.values());
    long size = all.stream().mapToLong(one -> one.entry().size()).sum();
    Optional<Instant> newest =
        all.stream().flatMap(one -> one.entry().modified().stream()).max(Comparator.naturalOrder());
    Entry entry = new Entry(set, Entry.Kind.FILE, size, newest);
    return new ServerWalk.Found(set, entry, all);
  }

  /**
   * What a set lacks, in words for a clerk.
   *
   * @param rested whether nothing has come for so long that it must be all
   */
  static Optional<String> lacks(ServerFile set, boolean rested) {
    List<ServerFile> volumes = set.volumes();
    boolean closedByName = !place(set.path()).isPresent();
    long numbered = volumes.stream().filter(one -> place(one.path()).isPresent()).count();
    for (int number = 1; number <= numbered; number++) {
      int wanted = number;
      if (volumes.stream()
          .flatMap(v -> place(v.path()).stream())
          .noneMatch(p -> p.number() == wanted)) {
        return Optional.of("等待分卷：缺第 " + number + " 卷，已到 " + volumes.size() + " 卷");
      }
    }
    if (closedByName) {
      boolean closed = volumes.size() > numbered;
      return closed
          ? Optional.empty()
          : Optional.of("等待分卷：缺最后一卷 " + set.name() + "，已到 " + volumes.size() + " 卷");
    }
    long first = volumes.get(0).size();
    boolean ended = volumes.get(volumes.size() - 1).size() < first;
    return ended || (rested && volumes.size() > 1)
        ? Optional.empty()
        : Optional.of("等待分卷：最后一卷还没到，已到 " + volumes.size() + " 卷");
  }

  /** Pieces are cut anywhere, so that one after another they are the archive. */
  static boolean areOneFile(ServerFile set) {
    return !set.isFolder() && set.path().endsWith(".001");
  }
}
