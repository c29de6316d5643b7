package cn.baosong.reader.pack;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Form;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.Value;
import cn.baosong.reader.call.Case;
import cn.baosong.reader.call.Case.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A hand-made package of invented people, whole by the call's own list of materials. */
public final class SamplePackage {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final byte[] RPU = "sample".getBytes(StandardCharsets.US_ASCII);

  private final Call call;
  private final Unit unit;

  public SamplePackage(Call call, Unit unit) {
    this.call = call;
    this.unit = unit;
  }

  /** Writes what the unit of a case delivers, as a zip. */
  public void write(Case one, OutputStream to) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8)) {
      put(zip, "报送清单.csv", list(one.report(), one.people()).getBytes(StandardCharsets.UTF_8));
      enclose(zip, "", one.enclosed(), Optional.empty());
      for (int i = 0; i < one.people().size(); i++) {
        Person person = one.people().get(i);
        enclose(
            zip, "%02d-%s/".formatted(i + 1, name(person)), one.enclosed(), Optional.of(person));
      }
    }
  }

  private void enclose(
      ZipOutputStream zip, String folder, Case.Enclosed enclosed, Optional<Person> whose)
      throws IOException {
    FormData form = whose.map(Person::form).orElse(FormData.EMPTY);
    FormData printed = whose.map(SamplePackage::asOnPaper).orElse(FormData.EMPTY);
    for (Material material : call.materials()) {
      if (material.perCandidate() == whose.isPresent() && enclosed.holds(material, form)) {
        String name = file(material, whose.map(this::name).orElse(""));
        put(zip, folder + name, material.opaque() ? RPU : SampleForm.of(name, printed));
      }
    }
  }

  private String name(Person person) {
    return person.form().text(call.person().name()).orElse("");
  }

  /** What the signed form says, where that is not what was typed into the list. */
  private static FormData asOnPaper(Person person) {
    Map<String, Value> fields = new LinkedHashMap<>(person.form().fields());
    person
        .paper()
        .orElse(Map.of())
        .forEach((field, text) -> fields.put(field, new Value.Text(text)));
    return new FormData(fields);
  }

  /** A name that the call recognises: one of its words, else the candidate's name. */
  private static String file(Material material, String stem) {
    List<String> suffixes = material.suffixes().stream().sorted().toList();
    String suffix = suffixes.isEmpty() || suffixes.contains("pdf") ? "pdf" : suffixes.get(0);
    return material.names().stream().findFirst().orElse(stem) + "." + suffix;
  }

  private String list(FormData report, List<Person> people) {
    Map<String, String> head = new LinkedHashMap<>();
    head.put("通知", call.id().value());
    head.put("报送单位", unit.name());
    head.put("单位代码", unit.code().value());
    head.put("联系人", unit.contact());
    head.put("联系电话", unit.phone());
    report.fields().forEach((field, value) -> head.put(field, value.text()));
    List<List<String>> rows = new ArrayList<>();
    head.forEach((key, value) -> rows.add(List.of(key, value)));
    List<String> fields =
        call.form().fields().stream()
            .map(Form.Field::name)
            .filter(field -> people.stream().anyMatch(p -> p.form().isFilled(field)))
            .toList();
    List<String> onPaper =
        people.stream()
            .flatMap(p -> p.paper().orElse(Map.of()).keySet().stream())
            .distinct()
            .toList();
    rows.add(row("序号", fields, onPaper.stream().map(field -> "纸质·" + field).toList()));
    for (int i = 0; i < people.size(); i++) {
      FormData typed = people.get(i).form();
      FormData signed = asOnPaper(people.get(i));
      rows.add(row(String.valueOf(i + 1), texts(typed, fields), texts(signed, onPaper)));
    }
    return BYTE_ORDER_MARK
        + rows.stream()
            .map(row -> row.stream().map(SamplePackage::cell).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static List<String> texts(FormData form, List<String> fields) {
    return fields.stream().map(field -> form.text(field).orElse("")).toList();
  }

  private static List<String> row(String first, List<String> typed, List<String> signed) {
    return Stream.of(List.of(first), typed, signed).flatMap(List::stream).toList();
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
