package cn.baosong.camel.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of {@code routes/} at one moment, by name. */
record RouteSet(SortedMap<String, RouteSource> sources) {
  private static final String ROUTE = ".camel.yaml";
  private static final String KAMELET = ".kamelet.yaml";

  /**
   * @param wanted which of the route files count
   */
  static RouteSet read(Path routes, Predicate<String> wanted) throws IOException {
    SortedMap<String, RouteSource> sources = new TreeMap<>();
    for (Path file : files(routes)) {
      String name = routes.relativize(file).toString().replace('\\', '/');
      if (wanted.test(name)) {
        sources.put(name, new RouteSource(name, Files.readString(file, StandardCharsets.UTF_8)));
      }
    }
    return new RouteSet(sources);
  }

  /** Names, sizes and times of the files: cheap enough to take every second. */
  static String fingerprint(Path routes) {
    StringBuilder print = new StringBuilder();
    try {
      for (Path file : files(routes)) {
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
        print.append(file).append(' ').append(facts.size()).append(' ');
        print.append(facts.lastModifiedTime().toInstant()).append('\n');
      }
      return print.toString();
    } catch (IOException | UncheckedIOException unreadable) {
      return "unreadable: " + unreadable.getMessage();
    }
  }

  private static List<Path> files(Path routes) throws IOException {
    List<Path> files = new ArrayList<>(list(routes, ROUTE));
    files.addAll(list(routes.resolve("kamelets"), KAMELET));
    return files;
  }

  private static List<Path> list(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** Kamelets first, since routes name them. */
  List<RouteSource> inOrder() {
    return Stream.concat(
            sources.values().stream().filter(RouteSource::isKamelet),
            sources.values().stream().filter(source -> !source.isKamelet()))
        .toList();
  }

  Optional<RouteSource> find(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /** The same without some. */
  RouteSet without(Collection<String> names) {
    SortedMap<String, RouteSource> left = new TreeMap<>(sources);
    left.keySet().removeAll(names);
    return new RouteSet(left);
  }

  /** Names of the files that are not the same in both. */
  Set<String> differing(RouteSet other) {
    Set<String> names = new TreeSet<>(sources.keySet());
    names.addAll(other.sources.keySet());
    names.removeIf(name -> find(name).equals(other.find(name)));
    return names;
  }
}
