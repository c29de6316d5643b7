package cn.baosong.reader.call;

import cn.baosong.core.call.SelectedPerson;
import cn.baosong.core.dossier.IdentityNumber;
import cn.baosong.core.dossier.IdentityNumber.Validity;
import cn.baosong.core.dossier.PartialDate;
import cn.baosong.core.dossier.PersonName;
import cn.baosong.reader.sheet.Cell;
import cn.baosong.reader.sheet.Column;
import cn.baosong.reader.sheet.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One row of such a list; published lists often show a number only in part. */
final class SelectedRow {
  static final String NAME = "姓名";
  private static final List<String> NUMBERS =
      List.of("身份证件号码", "身份证号码", "身份证号", "公民身份号码", "居民身份证号码", "居民身份证号", "证件号码", "身份证");
  private static final List<String> TAILS =
      List.of("身份证件号码后四位", "身份证号码后四位", "身份证号后四位", "证件号码后四位", "身份证后四位", "后四位");
  private static final List<String> BIRTHS = List.of("出生日期", "出生年月", "出生年月日");
  private static final List<String> SESSIONS =
      List.of("名单名称", "届次", "批次", "年份", "年度", "入选年份", "入选年度", "享受年份", "公布年份");
  private static final Pattern SHOWN_IN_PART =
      Pattern.compile("([0-9]{0,14})[*＊xX]{3,}([0-9]{0,4}[0-9Xx]?)");
  private static final Pattern TAIL = Pattern.compile("[0-9]{3}[0-9X]");

  private final Row row;
  private final PersonName name;
  private final Optional<String> number;
  private final Optional<String> tail;
  private final Optional<String> birth;

  SelectedRow(Row row) {
    this.row = row;
    this.name = PersonName.read(first(List.of(NAME)).orElse(""));
    this.number = first(NUMBERS);
    this.tail = first(TAILS);
    this.birth = first(BIRTHS);
  }

  /** Why a row proves less than it could; nothing of the person is said. */
  record Doubt(String column, String zh, String en) {}

  static boolean isName(Column column) {
    return column.name().equals(NAME);
  }

  /** The letters of the name; empty when there is none. */
  String name() {
    return name.letters();
  }

  SelectedPerson person(String place) {
    String written = number.orElse("").strip();
    Matcher part = SHOWN_IN_PART.matcher(written);
    boolean inPart = part.matches();
    return new SelectedPerson(
        name(),
        inPart ? "" : number.map(IdentityNumber::read).map(IdentityNumber::text).orElse(""),
        inPart ? group(part, 1) : "",
        inPart ? group(part, 2).toUpperCase(Locale.ROOT) : tail().orElse(""),
        birth.flatMap(PartialDate::parse).map(PartialDate::text).orElse(""),
        SESSIONS.stream()
            .flatMap(column -> first(List.of(column)).stream())
            .collect(Collectors.joining(" ")),
        place);
  }

  List<Doubt> doubts() {
    List<Doubt> doubts = new ArrayList<>();
    if (!name.doubts().isEmpty()) {
      doubts.add(new Doubt(NAME, "姓名写法可疑（空格、替代符号或造字），请核对", "the name is doubtful"));
    }
    if (isDoubtfulNumber()) {
      doubts.add(
          new Doubt(
              NUMBERS.get(0),
              "证件号码校验不符或疑为Excel精度丢失，只能凭姓名提请人工核对",
              "the number fails its check or was rounded by a spreadsheet; only the name is compared"));
    }
    if (tail.isPresent() && tail().isEmpty()) {
      doubts.add(new Doubt(TAILS.get(0), "不是证件号码的后四位，未予使用", "not the last four characters"));
    }
    if (birth.isPresent() && birth.flatMap(PartialDate::parse).isEmpty()) {
      doubts.add(new Doubt(BIRTHS.get(0), "不是日期，未予使用", "not a date"));
    }
    return doubts;
  }

  private boolean isDoubtfulNumber() {
    return number
        .filter(written -> !SHOWN_IN_PART.matcher(written.strip()).matches())
        .map(IdentityNumber::read)
        .filter(read -> read.validity() != Validity.VALID)
        .isPresent();
  }

  /** A spreadsheet drops the zeros that a number begins with. */
  private Optional<String> tail() {
    return tail.map(IdentityNumber::read)
        .map(IdentityNumber::text)
        .map(text -> text.matches("[0-9]{1,3}") ? "0".repeat(4 - text.length()) + text : text)
        .filter(text -> TAIL.matcher(text).matches());
  }

  private Optional<String> first(List<String> columns) {
    return columns.stream().flatMap(c -> row.cell(c).stream()).map(Cell::text).findFirst();
  }

  private static String group(Matcher matcher, int group) {
    return Objects.requireNonNullElse(matcher.group(group), "");
  }
}
