package cn.baosong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Form;
import cn.baosong.core.call.PaperPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list that a unit gets for each shipped call. */
class IssuedTemplatesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sx-bqw-2020",
        "nm-bqw-2017",
        "dt-xsdt-2020",
        "yq-tj-2023",
        "sx-tj-2023",
        "nm-xsd-2023-t12",
        "nm-xsd-2023-t3"
      })
  void hasTheFieldsTheChoicesAndTheColumnsOfThePaper(String id) throws IOException {
    Path file = folder.resolve(id + ".xlsx");
    Terminal template = Terminal.run("template", id, "-o", file.toString());
    assertThat(template.status()).as(template.err()).isZero();
    Call call = CallTables.call(CallTables.in(Path.of("forms")).read(), id);
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      Sheet sheet = workbook.getSheetAt(0);
      List<String> headings = texts(sheet.getRow(sheet.getLastRowNum()));
      assertThat(headings).startsWith("序号").containsAll(names(call)).doesNotHaveDuplicates();
      assertThat(headings.stream().filter(h -> h.startsWith("纸质·")).map(h -> h.substring(3)))
          .containsExactlyElementsOf(compared(call));
      int identity = headings.indexOf(call.person().identity());
      assertThat(sheet.getColumnStyle(identity).getDataFormatString()).isEqualTo("@");
      assertThat(headKeys(sheet)).startsWith("通知", "报送单位").containsAll(call.reportFields());
      for (Form.Field field : call.form().fields()) {
        Optional<DataValidation> offered = offered(sheet, headings.indexOf(field.name()));
        if (field.type().equals("boolean")) {
          assertThat(choices(offered)).as(field.name()).containsExactly("是", "否");
        } else if (!field.choices().isEmpty() && !field.type().equals("array")) {
          assertThat(choices(offered)).as(field.name()).isEqualTo(field.choices());
        } else {
          assertThat(offered.isPresent()).as(field.name()).isEqualTo(!field.choices().isEmpty());
        }
      }
    }
  }

  private static List<String> names(Call call) {
    return call.form().fields().stream().map(Form.Field::name).toList();
  }

  private static List<String> compared(Call call) {
    return call.paper().mode() == PaperPolicy.Mode.NONE
        ? List.of()
        : call.paper().compared().stream().map(field -> field.field()).toList();
  }

  private static Optional<DataValidation> offered(Sheet sheet, int column) {
    return sheet.getDataValidations().stream()
        .filter(
            v ->
                Stream.of(v.getRegions().getCellRangeAddresses())
                    .anyMatch(r -> r.getFirstColumn() == column && r.getLastRow() > 500))
        .findFirst()
        .map(v -> v);
  }

  private static List<String> choices(Optional<DataValidation> offered) {
    return offered
        .map(v -> List.of(v.getValidationConstraint().getExplicitListValues()))
        .orElse(List.of());
  }

  private static List<String> headKeys(Sheet sheet) {
    return IntStream.range(0, sheet.getLastRowNum())
        .mapToObj(row -> texts(sheet.getRow(row)).get(0))
        .toList();
  }

  private static List<String> texts(Row row) {
    DataFormatter format = new DataFormatter();
    return IntStream.range(0, row.getLastCellNum())
        .mapToObj(cell -> format.formatCellValue(row.getCell(cell)))
        .toList();
  }
}
