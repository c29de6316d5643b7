package bench;

import cn.baosong.core.call.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented people, as their forms state them. */
final class ScannedPeople {
  private static final List<String> SURNAMES = letters("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗");
  private static final List<String> GIVEN = letters("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂晨曦睿瑾翊皓钰");
  private static final List<String> TITLES =
      List.of("高级工程师", "正高级工程师", "教授", "副教授", "研究员", "主任医师", "高级农艺师", "正高级讲师");
  private static final List<String> UNITS =
      List.of("示例大学材料科学与工程学院", "示例市人民医院", "示例省农业科学院", "样板钢铁股份有限公司", "示例省地质研究院");
  private static final List<String> CONDITIONS = List.of("一", "二", "三", "一、三");

  private ScannedPeople() {}

  static Map<String, Value> next(Random random) {
    Map<String, Value> form = new LinkedHashMap<>();
    String name = one(SURNAMES, random) + one(GIVEN, random);
    put(form, "姓名", random.nextBoolean() ? name + one(GIVEN, random) : name);
    put(form, "性别", random.nextBoolean() ? "男" : "女");
    int year = 1965 + random.nextInt(25);
    int month = 1 + random.nextInt(12);
    int day = 1 + random.nextInt(28);
    String person = "000000%d%02d%02d%03d".formatted(year, month, day, random.nextInt(1000));
    put(form, "身份证件号码", person + checkDigit(person));
    boolean dashed = random.nextBoolean();
    put(form, "出生日期", (dashed ? "%d-%02d-%02d" : "%d年%d月%d日").formatted(year, month, day));
    put(form, "工作单位", one(UNITS, random));
    put(form, "专业技术职称", one(TITLES, random));
    put(form, "申报条件", one(CONDITIONS, random));
    put(form, "联系电话", "0999-" + (1_000_000 + random.nextInt(8_999_999)));
    return form;
  }

  /** GB 11643-1999. */
  private static char checkDigit(String person) {
    int sum = 0;
    for (int i = 0; i < person.length(); i++) {
      sum += (person.charAt(i) - '0') * ((1 << (person.length() - i)) % 11);
    }
    return "10X98765432".charAt(sum % 11);
  }

  static String otherTitle(String title) {
    return TITLES.get((TITLES.indexOf(title) + 1) % TITLES.size());
  }

  private static void put(Map<String, Value> form, String field, String text) {
    form.put(field, new Value.Text(text));
  }

  private static String one(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  private static List<String> letters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }
}
