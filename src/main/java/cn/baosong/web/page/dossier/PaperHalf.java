package cn.baosong.web.page.dossier;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Keyings;
import cn.baosong.desk.KeyingDesk;
import cn.baosong.web.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What there is of a candidate on paper: parcels, scans with what was read, typed copies. */
@Component
final class PaperHalf {
  private final DossierParcels parcels;
  private final Crops crops;
  private final KeyingDesk keying;

  PaperHalf(DossierParcels parcels, Crops crops, KeyingDesk keying) {
    this.parcels = parcels;
    this.crops = crops;
    this.keying = keying;
  }

  void show(Dossier dossier, Viewer viewer, Model model) {
    model.addAttribute("scans", crops.showing(dossier));
    model.addAttribute("parcels", viewer.seesAllDossiers() ? parcels.of(dossier) : List.of());
    model.addAttribute("crops", crops.of(dossier));
    model.addAttribute("read", crops.scansOf(dossier));
    model.addAttribute("keying", keying(dossier));
  }

  /**
   * How far two people are with typing the paper.
   *
   * @param asks whether another is wanted
   * @param differing fields that they disagree on
   */
  public record Blind(boolean asks, int times, List<String> differing) {}

  private Blind keying(Dossier dossier) {
    if (!keying.isAsked(dossier)) {
      return new Blind(false, 0, List.of());
    }
    Keyings typed = keying.of(dossier);
    return new Blind(
        typed.open() && dossier.state().isOpen() && !keying.fields(dossier).isEmpty(),
        typed.entries().size(),
        keying.differing(dossier).stream().map(ComparedField::field).toList());
  }
}
