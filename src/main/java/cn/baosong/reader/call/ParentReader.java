package cn.baosong.reader.call;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Parent;
import cn.baosong.core.call.UnitCode;
import java.util.Optional;
import java.util.regex.Pattern;

/** The window above: its id alone, or with the kind of unit that this office is there. */
record ParentReader(Entry parent) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  Optional<Parent> read(CallId own) {
    String id = parent.node().isTextual() ? parent.text() : parent.text("call");
    if (id.equals(own.value())) {
      parent.fault("上级通知不能是这份通知自己", "a call is not its own parent");
    }
    return Optional.of(id)
        .filter(written -> ID.matcher(written).matches())
        .map(
            written ->
                new Parent(
                    new CallId(written),
                    parent.optional("as"),
                    parent.optional("unit").map(UnitCode::new)));
  }
}
