package cn.baosong.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A notice of a province that does not exist: its two windows, and packages for them. */
public final class Invented {
  public static final String MAIN = "yl-msqj-2023";
  static final String UNIVERSITIES = "yl-msqj-2023-gx";
  private static final Path FOLDER = Path.of("src/test/resources/invented");

  private Invented() {}

  /** Lays a window into the forms of an office, file by file as a clerk copies a folder. */
  public static void laidInto(Path forms, String window) throws IOException {
    Path target = Files.createDirectories(forms.resolve(window));
    try (Stream<Path> files = Files.list(FOLDER.resolve(window))) {
      for (Path file : List.copyOf(files.toList())) {
        Files.copy(file, target.resolve(file.getFileName().toString()));
      }
    }
  }

  public static HandMade list(String window, String unitCode, String unitName) {
    return HandMade.bare(window, unitCode, unitName)
        .head("公示开始日期", "2023-09-18")
        .head("公示结束日期", "2023-09-26")
        .with("推荐函.pdf", HandMade.pdf(1));
  }

  /** Adds a candidate whose number no other of a story has. */
  public static HandMade sending(HandMade list, String category, String name, int number) {
    return list.line(person(category, name, number), "推荐表.pdf", "佐证材料.pdf");
  }

  static String identity(int number) {
    return Identities.of(born(number), 2 * number + 1);
  }

  private static LocalDate born(int number) {
    return LocalDate.of(1980, 1, 1).plusDays(number);
  }

  private static Map<String, Object> person(String category, String name, int number) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("姓名", name);
    row.put("性别", "女");
    row.put("身份证件号码", identity(number));
    row.put("出生日期", born(number));
    row.put("工作单位", "云岭示例学校");
    row.put("类别", category);
    row.put("专业技术职称", "高级教师");
    return row;
  }
}
