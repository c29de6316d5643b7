package cn.baosong.core.decision;

import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.submission.Digest;

/**
 * A whole case as it was delivered to its department.
 *
 * @param serial how often the dossier had entered a queue by then
 * @param route by which it was delivered
 * @param digest of the bag
 */
public record Consignment(
    DossierNumber dossier, String department, int serial, String route, Digest digest) {

  /** The same each time that it is delivered again after a crash. */
  public static String file(DossierNumber dossier, int serial) {
    return dossier.value() + (serial > 1 ? "-" + serial : "") + ".zip";
  }
}
