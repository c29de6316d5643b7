package cn.baosong.reader.call;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Material;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.reader.call.Case.Enclosed;
import cn.baosong.reader.call.Case.Person;
import java.util.List;
import java.util.Optional;

/** The files of a case: one for each material that is due, less those left out. */
record CaseFiles(Call call, Enclosed enclosed) {

  List<Document> ofUnit() {
    return call.materials().stream()
        .filter(m -> !m.perCandidate() && enclosed.holds(m, FormData.EMPTY))
        .map(m -> file(m, ""))
        .toList();
  }

  List<Document> ofCandidate(Person person) {
    String folder = person.form().text(call.person().name()).orElse("") + "/";
    return call.materials().stream()
        .filter(m -> m.perCandidate() && enclosed.holds(m, person.form()))
        .map(m -> file(m, folder))
        .toList();
  }

  private Document file(Material material, String folder) {
    String stem = material.names().isEmpty() ? material.id() : material.names().get(0);
    String suffix = material.suffixes().stream().sorted().findFirst().orElse("pdf");
    return new Document(
        folder + stem + "." + suffix,
        1000,
        new Digest("%064x".formatted((folder + material.id()).hashCode() & 0xffffffffL)),
        Optional.of(enclosed.pages().getOrDefault(material.id(), 1)));
  }
}
