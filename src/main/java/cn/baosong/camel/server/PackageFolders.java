package cn.baosong.camel.server;

import cn.baosong.camel.folder.EntryNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Folders that are a package themselves, uploaded as they are: the one that holds the list, with
 * all below it. A unit's own folder may hold a list and, beside it, packages that are archives.
 */
final class PackageFolders {
  private final ServerPlace.Habits habits;
  private final Set<String> listed = new HashSet<>();

  PackageFolders(ServerPlace.Habits habits) {
    this.habits = habits;
  }

  /** Makes one file of each such folder. */
  List<ServerWalk.Found> grouped(List<ServerWalk.Found> found) {
    for (ServerWalk.Found each : found) {
      int end = each.path().lastIndexOf('/');
      if (end > 0 && EntryNames.isList(name(each))) {
        listed.add(each.path().substring(0, end));
      }
    }
    Map<String, List<ServerWalk.Found>> folders = new LinkedHashMap<>();
    List<ServerWalk.Found> files = new ArrayList<>();
    for (ServerWalk.Found each : found) {
      folder(each)
          .ifPresentOrElse(
              at -> folders.computeIfAbsent(at, f -> new ArrayList<>()).add(each),
              () -> files.add(each));
    }
    folders.forEach((path, all) -> files.add(one(path, all)));
    return files;
  }

  private String name(ServerWalk.Found each) {
    return ServerNames.decoded(each.path().substring(each.path().lastIndexOf('/') + 1), habits);
  }

  /** The outermost folder with a list that it belongs to. */
  private Optional<String> folder(ServerWalk.Found each) {
    String path = each.path();
    boolean first = true;
    for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
      boolean beside = first && habits.units() && path.indexOf('/', end + 1) < 0;
      if (listed.contains(path.substring(0, end)) && !(beside && isOwn(each))) {
        return Optional.of(path.substring(0, end));
      }
      first = false;
    }
    return Optional.empty();
  }

  private boolean isOwn(ServerWalk.Found each) {
    return !each.volumes().isEmpty() || EntryNames.isArchive(name(each));
  }

  private static ServerWalk.Found one(String path, List<ServerWalk.Found> all) {
    List<ServerWalk.Found> singles =
        all.stream()
            .flatMap(
                each -> each.volumes().isEmpty() ? List.of(each).stream() : each.volumes().stream())
            .sorted(Comparator.comparing(ServerWalk.Found::path))
            .toList();
    long size = singles.stream().mapToLong(each -> each.entry().size()).sum();
    Optional<Instant> newest =
        singles.stream()
            .flatMap(each -> each.entry().modified().stream())
            .max(Comparator.naturalOrder());
    return new ServerWalk.Found(path, new Entry(path, Entry.Kind.FILE, size, newest), singles);
  }
}
