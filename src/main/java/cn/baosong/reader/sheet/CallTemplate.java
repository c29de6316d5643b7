package cn.baosong.reader.sheet;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Form;
import cn.baosong.core.call.PaperPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The 报送清单 of a call, to be filled in: its headings are the form's own field names. */
public final class CallTemplate {
  private static final List<String> HEAD = List.of("报送单位", "单位代码", "联系人", "联系电话", "电子邮箱");

  private CallTemplate() {}

  /** Writes the list; only the call is filled in already. */
  public static void write(Call call, OutputStream to) throws IOException {
    Map<String, String> head = new LinkedHashMap<>();
    head.put("通知", call.id().value());
    Stream.concat(HEAD.stream(), call.reportFields().stream()).forEach(key -> head.put(key, ""));
    List<ListTemplate.Field> columns =
        Stream.of(
                Stream.of(ListTemplate.Field.free("序号")),
                call.form().fields().stream().map(CallTemplate::column),
                onPaper(call))
            .flatMap(s -> s)
            .filter(distinct())
            .toList();
    ListTemplate.write("报送清单", head, columns, to);
  }

  private static ListTemplate.Field column(Form.Field field) {
    boolean flag = field.type().equals("boolean");
    return new ListTemplate.Field(
        field.name(),
        field.required(),
        flag ? List.of("是", "否") : field.choices(),
        field.type().equals("array"));
  }

  /** What stands on the signed paper, for the fields that the call compares. */
  private static Stream<ListTemplate.Field> onPaper(Call call) {
    return call.paper().mode() == PaperPolicy.Mode.NONE
        ? Stream.of()
        : call.paper().compared().stream()
            .map(compared -> ListTemplate.Field.free("纸质·" + compared.field()));
  }

  private static Predicate<ListTemplate.Field> distinct() {
    Set<String> seen = new HashSet<>();
    return field -> seen.add(field.name());
  }
}
