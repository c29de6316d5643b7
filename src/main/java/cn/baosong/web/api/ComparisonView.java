package cn.baosong.web.api;

import cn.baosong.core.check.Finding;
import cn.baosong.core.dossier.FieldComparison;
import cn.baosong.core.dossier.Masking;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * One field as paper and form state it, identity numbers masked.
 *
 * @param kind how it was compared
 * @param paper the value on the paper as it stands; {@code normalPaper} in its normal form
 * @param difference EQUAL, COSMETIC, PRECISION, SUSPECT, MATERIAL or IDENTITY
 * @param outcome what the call makes of it
 * @param source where the paper's value is registered or was read; null when the unit only states
 *     it
 * @param tables versions of the normal forms and tables that were used
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ComparisonView(
    String field,
    String kind,
    String paper,
    String electronic,
    String normalPaper,
    String normalElectronic,
    String difference,
    String outcome,
    Optional<String> source,
    String tables) {

  static Optional<ComparisonView> of(Finding finding) {
    return finding.comparison().map(compared -> of(finding, compared));
  }

  private static ComparisonView of(Finding finding, FieldComparison compared) {
    return new ComparisonView(
        finding.rule(),
        compared.kind().name(),
        Masking.text(compared.paper()),
        Masking.text(compared.electronic()),
        Masking.text(compared.normalPaper()),
        Masking.text(compared.normalElectronic()),
        compared.difference().name(),
        finding.outcome().name(),
        Optional.of(Masking.text(finding.place())).filter(place -> !place.isBlank()),
        compared.tables());
  }
}
