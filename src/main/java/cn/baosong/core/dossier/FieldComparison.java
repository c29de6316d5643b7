package cn.baosong.core.dossier;

import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.ComparedField.Weight;

/**
 * One field compared between the paper and the electronic form, with everything a person needs to
 * check the comparison.
 *
 * @param kind how it was compared
 * @param paper the value on the paper, as it stands
 * @param electronic the value in the electronic form, as it stands
 * @param normalPaper the paper's value in its normal form
 * @param normalElectronic the electronic value in its normal form
 * @param difference the verdict
 * @param tables the versions of the rules and tables that were used
 */
public record FieldComparison(
    Kind kind,
    String paper,
    String electronic,
    String normalPaper,
    String normalElectronic,
    DifferenceClass difference,
    String tables) {

  /**
   * The same comparison under the weight that the call gives the field: a real difference weighs as
   * declared, and in a field declared cosmetic nothing weighs more than that.
   */
  public FieldComparison weighed(Weight declared) {
    DifferenceClass weight =
        switch (declared) {
          case IDENTITY -> isReal() ? DifferenceClass.IDENTITY : difference;
          case MATERIAL -> isReal() ? DifferenceClass.MATERIAL : difference;
          case COSMETIC -> isEqual() ? difference : DifferenceClass.COSMETIC;
        };
    return with(weight);
  }

  /** The same, where both values are known to mean one thing. */
  public FieldComparison cosmetic() {
    return isEqual() ? this : with(DifferenceClass.COSMETIC);
  }

  private FieldComparison with(DifferenceClass weight) {
    return new FieldComparison(
        kind, paper, electronic, normalPaper, normalElectronic, weight, tables);
  }

  private boolean isReal() {
    return difference == DifferenceClass.MATERIAL || difference == DifferenceClass.IDENTITY;
  }

  private boolean isEqual() {
    return difference == DifferenceClass.EQUAL;
  }
}
