package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the draft of {@code new-call} leaves to its author: a call with such a place is not live.
 */
final class Unfilled {
  /** Begins a value that is still to be filled in. */
  static final String MARK = "（待填）";

  private Unfilled() {}

  /** Tells each place once; that its mark is no date or no clause need not be told as well. */
  static void tell(Faults faults, Source... sources) {
    for (Source source : sources) {
      walk(source.root(), source, "", faults);
    }
  }

  private static void walk(JsonNode node, Source source, String pointer, Faults faults) {
    if (node.isTextual() && node.textValue().startsWith(MARK)) {
      faults.instead(
          new CallFault(
              source.file(),
              source.line(pointer),
              Source.key(pointer),
              "还没有填写，填好后去掉“" + MARK + "”",
              "not filled in yet"));
    } else if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              field ->
                  walk(field.getValue(), source, Source.step(pointer, field.getKey()), faults));
    } else {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), source, pointer + "/" + i, faults);
      }
    }
  }
}
