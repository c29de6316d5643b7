package cn.baosong.reader.pack;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Form;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.Truth;
import cn.baosong.core.call.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /**
   * Writes it as a zip.
   *
   * @param report unit-level facts for the head of the list
   * @param people forms, one a candidate
   */
  public void write(FormData report, List<FormData> people, OutputStream to) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8)) {
      put(zip, "报送清单.csv", list(report, people).getBytes(StandardCharsets.UTF_8));
      enclose(zip, "", false, FormData.EMPTY, "");
      for (int i = 0; i < people.size(); i++) {
        String name = people.get(i).text(call.person().name()).orElse("");
        enclose(zip, "%02d-%s/".formatted(i + 1, name), true, people.get(i), name);
      }
    }
  }

  private void enclose(
      ZipOutputStream zip, String folder, boolean ofCandidate, FormData form, String stem)
      throws IOException {
    for (Material material : call.materials()) {
      boolean due =
          material.when().map(w -> w.test(form) == Truth.TRUE).orElse(material.required());
      if (due && material.perCandidate() == ofCandidate) {
        String name = file(material, stem);
        put(zip, folder + name, material.opaque() ? RPU : SampleForm.of(name, form));
      }
    }
  }

  /** A name that the call recognises: one of its words, else the candidate's name. */
  private static String file(Material material, String stem) {
    List<String> suffixes = material.suffixes().stream().sorted().toList();
    String suffix = suffixes.isEmpty() || suffixes.contains("pdf") ? "pdf" : suffixes.get(0);
    return material.names().stream().findFirst().orElse(stem) + "." + suffix;
  }

  private String list(FormData report, List<FormData> people) {
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
            .filter(field -> people.stream().anyMatch(p -> p.isFilled(field)))
            .toList();
    rows.add(row("序号", fields));
    for (int i = 0; i < people.size(); i++) {
      FormData person = people.get(i);
      rows.add(
          row(
              String.valueOf(i + 1),
              fields.stream().map(field -> person.text(field).orElse("")).toList()));
    }
    return BYTE_ORDER_MARK
        + rows.stream()
            .map(row -> row.stream().map(SamplePackage::cell).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static List<String> row(String first, List<String> others) {
    List<String> row = new ArrayList<>();
    row.add(first);
    row.addAll(others);
    return row;
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
