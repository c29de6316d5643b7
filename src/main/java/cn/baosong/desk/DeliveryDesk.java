package cn.baosong.desk;

import cn.baosong.core.decision.Consignment;
import cn.baosong.core.dossier.DossierNumber;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Hop 7 of the departments: packs the case of an accepted dossier, and marks it as delivered once
 * it is.
 */
public final class DeliveryDesk {
  private final CaseDesk cases;
  private final Consignments consignments;

  public DeliveryDesk(CaseDesk cases, Consignments consignments) {
    this.cases = cases;
    this.consignments = consignments;
  }

  /** Packs the case into a zipped bag; packing it again makes the same bag. */
  public void pack(DossierNumber dossier, Path zip) throws IOException {
    cases.pack(dossier, zip);
  }

  /**
   * Marks it as delivered, unless its dossier has left the queue meanwhile: then the queue's own
   * event tells so.
   */
  public void delivered(Consignment consignment) {
    if (consignments.waits(consignment)) {
      consignments.delivered(
          consignment,
          new Act(
              Act.Kind.CASE_DELIVERED,
              Act.MACHINE,
              consignment.route() + " " + consignment.digest().brief()));
    }
  }
}
