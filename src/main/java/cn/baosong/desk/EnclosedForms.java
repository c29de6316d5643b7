package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.check.ScansOf;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.SeenMark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Enters the printed forms that units enclose as scans, so that they are read like the others. */
final class EnclosedForms {
  private static final int ID = 32;

  private final Scans scans;
  private final Instant now;

  EnclosedForms(Scans scans, Instant now) {
    this.scans = scans;
    this.now = now;
  }

  /** Where a parcel is the paper, a file beside it is not. */
  void enter(List<Dossier> dossiers, Call call) {
    if (call.paper().mode() != Mode.SCAN) {
      return;
    }
    for (Dossier dossier : dossiers) {
      if (dossier.state().isOpen()) {
        dossier.documents().forEach(file -> enter(dossier, file, dossiers));
      }
    }
  }

  private void enter(Dossier dossier, Document file, List<Dossier> all) {
    List<SeenMark> own =
        file.marks().stream()
            .filter(seen -> seen.mark().call().equals(dossier.call()))
            .filter(seen -> ScansOf.isOf(seen.mark().reference(), dossier, all))
            .toList();
    if (own.isEmpty()) {
      return;
    }
    String reference = own.get(0).mark().reference();
    String id = "e" + file.digest().hex().substring(0, ID - 1) + "-" + dossier.number().value();
    if (scans.find(id).isEmpty()) {
      scans.save(
          new Scan(
              id,
              new Document(
                  file.path(), file.bytes(), file.digest(), file.pages(), Optional.empty(), own),
              Optional.of(dossier.call()),
              reference,
              Optional.of(dossier.unit()),
              now,
              Optional.of(dossier.submission()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          Act.byMachine(Act.Kind.PAPER_SCANNED));
    }
  }
}
