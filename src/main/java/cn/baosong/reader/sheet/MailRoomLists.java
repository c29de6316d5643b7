package cn.baosong.reader.sheet;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.PersonFields;
import cn.baosong.desk.MailLists;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** 邮寄登记表 as a workbook: a row a parcel, or a row for each person in it. */
public final class MailRoomLists implements MailLists {
  private static final SheetLimits LIMITS = new SheetLimits(8L << 20, 3_000, 120, 100_000, 2_000);

  private final SheetReader sheets = new SheetReader(LIMITS, Set.of("邮件号", "收到时间", "姓名"));

  @Override
  public void template(Optional<Call> call, OutputStream to) throws IOException {
    Map<String, String> head = new LinkedHashMap<>();
    call.ifPresent(c -> head.put("通知", c.id().value()));
    Stream<ListTemplate.Field> columns =
        Stream.of(
                call.isPresent() ? Stream.<ListTemplate.Field>of() : Stream.of(must("通知")),
                cover(),
                people(),
                call.stream().flatMap(MailRoomLists::ofCall))
            .flatMap(s -> s);
    ListTemplate.write("邮寄登记表", head, columns.toList(), to);
  }

  private static Stream<ListTemplate.Field> cover() {
    return Stream.of(
        must("报送单位"),
        choice("递送方式", List.of("邮寄", "快递", "现场递交")),
        ListTemplate.Field.free("承运"),
        ListTemplate.Field.free("邮件号"),
        ListTemplate.Field.free("寄出邮戳"),
        choice("邮戳可辨认", List.of("是", "否")),
        ListTemplate.Field.free("到达邮戳"),
        must("收到时间"));
  }

  private static Stream<ListTemplate.Field> people() {
    return Stream.of(ListTemplate.Field.free("姓名"), ListTemplate.Field.free("证件号码"));
  }

  private static Stream<ListTemplate.Field> ofCall(Call call) {
    PersonFields person = call.person();
    Stream<ListTemplate.Field> copies =
        call.materials().stream()
            .filter(Material::isCounted)
            .map(Material::name)
            .map(name -> ListTemplate.Field.free("份数·" + name));
    Stream<ListTemplate.Field> fields =
        call.paper().compared().stream()
            .map(ComparedField::field)
            .filter(f -> !f.equals(person.name()) && !f.equals(person.identity()))
            .map(f -> ListTemplate.Field.free("纸质·" + f));
    return Stream.concat(copies, fields);
  }

  private static ListTemplate.Field must(String name) {
    return new ListTemplate.Field(name, true, List.of(), false);
  }

  private static ListTemplate.Field choice(String name, List<String> choices) {
    return new ListTemplate.Field(name, false, choices, false);
  }

  @Override
  public Read read(byte[] bytes, String name) throws IOException {
    SheetReading reading = sheets.read(bytes, name);
    Optional<Sheet> sheet = reading.sheet();
    if (sheet.isEmpty()) {
      Optional<Fault> why =
          reading.remarks().stream()
              .findFirst()
              .map(r -> new Fault(r.place(), r.chinese(), r.english()));
      return new Read(Map.of(), List.of(), List.of(), why);
    }
    return new Read(
        cells(sheet.get().head()),
        sheet.get().rows().stream().map(r -> new Row(r.lineNumber(), cells(r.cells()))).toList(),
        reading.remarks().stream()
            .filter(r -> r.kind() == Remark.Kind.ROW_SKIPPED)
            .map(
                r ->
                    new Fault(
                        r.place(),
                        "这一行只有一格，认不出是哪件邮件，没有读取；要登记请补全，是备注就不用管。",
                        "Only one cell stands on this row; it was not read. Complete it, or leave it if it is a note."))
            .toList(),
        Optional.empty());
  }

  private static Map<String, MailLists.Cell> cells(Map<String, cn.baosong.reader.sheet.Cell> read) {
    Map<String, MailLists.Cell> cells = new LinkedHashMap<>();
    read.forEach(
        (name, cell) ->
            cells.put(
                name,
                new MailLists.Cell(
                    cell.text(),
                    cell.place(),
                    cell.trouble()
                        .map(t -> new Fault(cell.place(), t.chinese() + "。", t.english() + ".")))));
    return cells;
  }
}
