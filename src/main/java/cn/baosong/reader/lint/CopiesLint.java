package cn.baosong.reader.lint;

import cn.baosong.core.call.Material;
import cn.baosong.core.call.PaperPolicy;
import java.util.List;
import java.util.stream.IntStream;

/** Materials that must come on paper, without a number of copies: one is taken (A15, A41). */
final class CopiesLint implements Lint {
  @Override
  public List<Warning> warnings(Draft draft) {
    if (draft.call().paper().mode() == PaperPolicy.Mode.NONE) {
      return List.of();
    }
    List<Material> materials = draft.call().materials();
    return IntStream.range(0, materials.size())
        .filter(i -> materials.get(i).required() && !materials.get(i).opaque())
        .filter(i -> !draft.writes("materials[" + i + "].copies"))
        .mapToObj(
            i ->
                draft.warning(
                    WarningCode.COPIES_INFERRED,
                    "materials[" + i + "]",
                    "“" + materials.get(i).name() + "”的份数没有写，按 1 份；通知写了就补上 copies",
                    "no number of copies is written, one is taken; add copies if it is printed"))
        .toList();
  }
}
