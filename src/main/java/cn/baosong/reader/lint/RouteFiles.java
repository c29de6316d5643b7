package cn.baosong.reader.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The routes of a folder, as far as their files can tell; none of them is loaded. */
final class RouteFiles {
  private static final String SUFFIX = ".camel.yaml";
  private static final Pattern ID =
      Pattern.compile("(?m)^[\\s-]*(?:route:\\s*\\{\\s*)?id:\\s*[\"']?([\\w.-]+)");
  private static final Pattern KAMELET =
      Pattern.compile("kamelet:([\\w-]+)|templateId:\\s*[\"']?([\\w-]+)");

  private final Path folder;

  RouteFiles(Path folder) {
    this.folder = folder;
  }

  boolean exist() {
    return Files.isDirectory(folder);
  }

  /** Ids of routes, and of steps too: what is not among them is certainly no route. */
  Set<String> ids() {
    Set<String> ids = new HashSet<>();
    for (Path file : files()) {
      ids.add(stem(file));
      Matcher id = ID.matcher(read(file));
      while (id.find()) {
        ids.add(id.group(1));
      }
    }
    return ids;
  }

  /** A Kamelet that the file of this route names and that {@code kamelets/} does not hold. */
  Optional<String> missingKamelet(String route) {
    return files().stream()
        .filter(file -> stem(file).equals(route))
        .flatMap(file -> KAMELET.matcher(read(file)).results())
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .filter(name -> !Files.exists(folder.resolve("kamelets/" + name + ".kamelet.yaml")))
        .findFirst();
  }

  private Set<Path> files() {
    try (Stream<Path> all = Files.list(folder)) {
      return Set.copyOf(all.filter(f -> f.toString().endsWith(SUFFIX)).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
