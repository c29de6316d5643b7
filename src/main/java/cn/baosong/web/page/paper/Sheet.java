package cn.baosong.web.page.paper;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.Material;
import java.util.List;

/**
 * What a call has the mail room key of each person.
 *
 * @param fields that paper and form are compared in, beside name and number
 * @param materials of which copies are counted, originals among them
 * @param ofUnit of which copies are counted once a parcel, beside its first person
 */
public record Sheet(
    String name,
    String identity,
    List<String> fields,
    List<Material> materials,
    List<Material> ofUnit) {

  static Sheet of(Call call) {
    String name = call.person().name();
    String identity = call.person().identity();
    return new Sheet(
        name,
        identity,
        call.paper().compared().stream()
            .map(ComparedField::field)
            .filter(field -> !field.equals(name) && !field.equals(identity))
            .toList(),
        call.materials().stream().filter(m -> m.perCandidate() && m.isCounted()).toList(),
        call.materials().stream().filter(m -> !m.perCandidate() && m.isCounted()).toList());
  }
}
