package cn.baosong.core.check;

import cn.baosong.core.call.Form;
import cn.baosong.core.call.FormData;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The required fields that a form leaves blank: they are asked for, and silence what needs them.
 */
final class MissingFields {
  private MissingFields() {}

  static Set<String> of(FormData data, Form form) {
    return Stream.concat(
            form.fields().stream()
                .filter(f -> f.required() && !data.isFilled(f.name()))
                .map(Form.Field::name),
            form.faults(data).stream().filter(Form.Fault::missing).map(Form.Fault::field))
        .collect(Collectors.toSet());
  }
}
