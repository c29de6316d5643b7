package cn.baosong.reader.sheet;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Form;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    List<String> columns =
        Stream.concat(Stream.of("序号"), call.form().fields().stream().map(Form.Field::name))
            .distinct()
            .toList();
    ListTemplate.write("报送清单", head, columns, to);
  }
}
