package cn.baosong.reader.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One payload file while its package is still being put together. */
record Found(
    List<String> segments,
    Optional<String> rawName,
    Workspace.Stored content,
    Optional<Instant> modified) {

  static Found named(String name, Workspace.Stored content) {
    return new Found(List.of(name), Optional.empty(), content, Optional.empty());
  }

  String name() {
    return segments.get(segments.size() - 1);
  }

  String path() {
    return String.join("/", segments);
  }

  Found inside(List<String> folder) {
    List<String> longer = new ArrayList<>(folder);
    longer.addAll(segments);
    return new Found(List.copyOf(longer), rawName, content, modified);
  }

  static List<Found> withoutTop(List<Found> all) {
    return all.stream()
        .map(
            f ->
                new Found(
                    f.segments.subList(1, f.segments.size()), f.rawName, f.content, f.modified))
        .toList();
  }

  /** The folder that holds every file, when there is exactly one. */
  static Optional<String> commonTop(List<Found> all) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    String top = all.get(0).segments().get(0);
    boolean common =
        all.stream().allMatch(f -> f.segments().size() > 1 && f.segments().get(0).equals(top));
    return common ? Optional.of(top) : Optional.empty();
  }
}
