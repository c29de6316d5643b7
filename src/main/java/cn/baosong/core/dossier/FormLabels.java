package cn.baosong.core.dossier;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The labels printed on a registration form, however they are stretched to their cell. */
final class FormLabels {
  /** Labels that forms print beside those of a call: a value ends before them too. */
  private static final Set<String> COMMON =
      Set.of(
          "姓名", "性别", "民族", "曾用名", "照片", "相片", "籍贯", "国籍", "出生地", "出生年月", "出生日期", "年龄", "政治面貌",
          "入党时间", "参加工作时间", "健康状况", "婚姻状况", "证件类型", "证件号码", "身份证号", "身份证号码", "学历", "学位", "最高学历",
          "最高学位", "毕业院校", "工作单位", "推荐单位", "职务", "职称", "行政职务", "手机", "手机号码", "办公电话", "联系电话", "传真",
          "邮编", "邮政编码", "通讯地址", "通信地址", "电子邮箱", "序号", "编号", "称谓", "备注", "简历", "工作简历", "主要业绩");

  // A label stands by itself: 配偶姓名 is another label, and 姓名权 none at all.
  private static final String NOT_BEHIND_A_WORD = "(?<![^ \\n,;，；。、|:()*_.])";
  private static final String GAP = "[ \\n]?";

  // 出生日期(年月日); a bracket behind a blank is a value: 申报条件 (一).
  private static final String END = "(?:\\([^()\\n]{0,40}\\)|(?=[ \\n:_|]|$))(?: ?:)?";

  private final Map<String, String> byLetters = new HashMap<>();
  private final Pattern pattern;

  FormLabels(Collection<String> declared) {
    Stream.concat(COMMON.stream(), declared.stream())
        .forEach(label -> byLetters.put(letters(FormLines.plain(label)), label));
    byLetters.remove("");
    String all =
        byLetters.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(FormLabels::stretched)
            .collect(Collectors.joining("|", "(", ")"));
    pattern = Pattern.compile(NOT_BEHIND_A_WORD + all + END);
  }

  /** Finds the labels in lines that {@link FormLines} made plain. */
  Matcher in(String lines) {
    return pattern.matcher(lines);
  }

  /** The field's name as the call writes it. */
  String name(MatchResult found) {
    return byLetters.getOrDefault(letters(found.group(1)), "");
  }

  private static String stretched(String letters) {
    return letters
        .codePoints()
        .mapToObj(c -> Pattern.quote(Character.toString(c)))
        .collect(Collectors.joining(GAP));
  }

  private static String letters(String label) {
    return label.replaceAll("[ \\n]", "");
  }
}
