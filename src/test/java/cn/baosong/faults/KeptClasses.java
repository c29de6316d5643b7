package cn.baosong.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program as jars alone, with the classes of its first run kept for the next ones (JEP 350,
 * which reads no folders): the same program, sooner ready.
 */
record KeptClasses(String path, Path kept) {
  /**
   * @param path a class path; of its folders only the first with the program's own classes counts
   */
  static KeptClasses of(String path, Path folder) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String part : path.split(File.pathSeparator)) {
      Path place = Path.of(part);
      if (Files.exists(place.resolve("cn/baosong/Baosong.class"))) {
        jars.add(packed(place, folder.resolve("own.jar")).toString());
      } else if (Files.isRegularFile(place)) {
        jars.add(part);
      }
    }
    return new KeptClasses(
        jars.stream().collect(Collectors.joining(File.pathSeparator)), folder.resolve("kept.jsa"));
  }

  /** Runs it and, when it ends in order, keeps its classes. */
  List<String> first() {
    return List.of("-XX:ArchiveClassesAtExit=" + kept, "-cp", path, "cn.baosong.Baosong");
  }

  List<String> again() {
    return List.of("-XX:SharedArchiveFile=" + kept, "-cp", path, "cn.baosong.Baosong");
  }

  private static Path packed(Path classes, Path jar) throws IOException {
    try (Stream<Path> all = Files.walk(classes);
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(0);
      for (Path file : all.filter(one -> !one.equals(classes)).toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
        if (Files.isRegularFile(file)) {
          Files.copy(file, out);
        }
      }
    }
    return jar;
  }
}
