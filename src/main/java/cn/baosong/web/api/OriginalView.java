package cn.baosong.web.api;

import cn.baosong.core.dossier.Masking;
import cn.baosong.core.dossier.Original;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** Originals in custody with their log. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OriginalView(
    String id,
    String parcel,
    String person,
    String material,
    int sets,
    String state,
    List<String> next,
    int version,
    List<MoveView> moves) {

  /** One entry of the log. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record MoveView(String step, String at, String by, String where, String note) {}

  public static OriginalView of(Original original, WebOffice office) {
    return new OriginalView(
        original.id(),
        original.parcel().value(),
        Masking.text(original.person()),
        original.material(),
        original.sets(),
        original.state().name(),
        original.next().stream().sorted().map(Enum::name).toList(),
        original.version(),
        original.moves().stream()
            .map(m -> new MoveView(m.step().name(), office.at(m.at()), m.by(), m.where(), m.note()))
            .toList());
  }
}
