package cn.baosong.web.api;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.Masking;
import cn.baosong.desk.Records.DossierLine;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A submission in a list.
 *
 * @param name of the package, as it arrived
 * @param unit code; null while unknown
 * @param evidence of the arrival whose time counts
 * @param registered when the office registered it; never used against a unit
 * @param sealed whether its original is sealed
 * @param unscannedSince since when it waits for the malware scanner; null when it does not
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SubmissionView(
    String number,
    String state,
    String channel,
    String name,
    Optional<String> call,
    Optional<String> unit,
    Optional<String> unitName,
    String sha256,
    long bytes,
    EvidenceView evidence,
    String registered,
    boolean sealed,
    Optional<String> unscannedSince,
    List<DossierBrief> dossiers,
    int version) {

  /** A dossier where its submission is shown. */
  public record DossierBrief(String number, String candidate, String state) {
    static DossierBrief of(DossierLine line) {
      return new DossierBrief(
          line.number().value(), Masking.text(line.candidate()), line.state().name());
    }
  }

  static SubmissionView of(
      SubmissionLine line, Optional<Unit> unit, List<DossierLine> dossiers, WebOffice office) {
    return new SubmissionView(
        line.number().value(),
        line.state().name(),
        line.arrival().channel().code(),
        Masking.text(line.arrival().name()),
        line.call().map(CallId::value),
        line.unit().map(UnitCode::value),
        unit.map(Unit::name),
        line.arrival().digest().hex(),
        line.arrival().bytes(),
        EvidenceView.of(line.arrival(), office),
        office.at(line.registered()),
        line.sealed(),
        line.unscannedSince().map(since -> office.at(since.plus(office.offset()))),
        dossiers.stream().map(DossierBrief::of).toList(),
        line.version());
  }
}
