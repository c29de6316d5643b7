package cn.baosong.core.check;

import cn.baosong.core.call.Material;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.submission.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that were sent as one material. */
record Enclosed(Subject subject, Material material, List<Document> files) {

  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    material
        .maxFiles()
        .filter(most -> files.size() > most)
        .map(most -> invalid("", files.size() + "个", "限" + most + "个文件，请合并或者减少后重新报送。"))
        .ifPresent(found::add);
    files.forEach(file -> found.addAll(examine(file)));
    return found;
  }

  private List<Finding> examine(Document file) {
    return Stream.of(empty(file), suffix(file), pages(file)).flatMap(Optional::stream).toList();
  }

  private Optional<Finding> empty(Document file) {
    return file.bytes() > 0
        ? Optional.empty()
        : Optional.of(invalid(file.path(), "0字节", "文件为空，请重新报送。"));
  }

  private Optional<Finding> suffix(Document file) {
    if (!FileNames.hasSuffix(file, material.suffixes())) {
      return Optional.of(
          invalid(
              file.path(),
              file.name(),
              "文件格式不符，应为：" + String.join("、", material.suffixes().stream().sorted().toList())));
    }
    return FileNames.hasDottedSuffix(file) && !material.suffixes().isEmpty()
        ? Optional.of(finding(file.path(), Outcome.REMARK, file.name(), "文件后缀前的间隔号已按“.”识别。"))
        : Optional.empty();
  }

  private Optional<Finding> pages(Document file) {
    return material
        .maxPages()
        .filter(most -> file.pages().filter(pages -> pages > most).isPresent())
        .map(
            most ->
                invalid(
                    file.path(), file.pages().orElseThrow() + "页", "不得超过" + most + "页，请删减后重新报送。"));
  }

  private Finding invalid(String place, String observed, String sentence) {
    return finding(place, Outcome.CORRECT, observed, sentence);
  }

  private Finding finding(String place, Outcome outcome, String observed, String sentence) {
    return subject
        .at(place)
        .finding(
            FindingCode.MATERIAL_INVALID,
            outcome,
            new Ground(material.id(), material.clause()),
            observed,
            "“" + material.name() + "”" + sentence);
  }
}
