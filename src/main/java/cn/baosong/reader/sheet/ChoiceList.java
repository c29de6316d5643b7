package cn.baosong.reader.sheet;

import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * The choices of a column: a drop-down, or where several may be entered a hint beside the cell.
 * Excel takes 255 characters of choices; a longer list would need a second sheet, which the unit
 * would send along, so that column is left free.
 */
record ChoiceList(List<String> choices, boolean several) {
  private static final int ROWS = 1000;
  private static final int LONGEST = 255;

  static ChoiceList of(ListTemplate.Field field) {
    return new ChoiceList(field.choices(), field.several());
  }

  void offer(XSSFSheet sheet, int firstRow, int column) {
    String joined = String.join(",", choices);
    boolean fits = joined.length() <= LONGEST && choices.stream().noneMatch(c -> c.contains(","));
    if (choices.isEmpty() || !fits) {
      return;
    }
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidationConstraint constraint =
        several
            ? helper.createTextLengthConstraint(OperatorType.GREATER_OR_EQUAL, "0", null)
            : helper.createExplicitListConstraint(choices.toArray(String[]::new));
    DataValidation validation =
        helper.createValidation(
            constraint, new CellRangeAddressList(firstRow, firstRow + ROWS - 1, column, column));
    if (several) {
      String hint = "可填一项或几项，用“、”隔开：" + String.join("、", choices);
      validation.createPromptBox("可选", hint.substring(0, Math.min(LONGEST, hint.length())));
      validation.setShowPromptBox(true);
    } else {
      validation.createErrorBox("不在选项里", "请从下拉列表中选择。");
      validation.setShowErrorBox(true);
      validation.setSuppressDropDownArrow(true);
    }
    sheet.addValidationData(validation);
  }
}
