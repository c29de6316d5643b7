package cn.baosong.core.dossier;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;

/** Compares what the paper says with what the electronic form says, field by field (核对). */
public final class FieldDifferences {
  /** Raised whenever a normal form changes, so that an old comparison can be understood. */
  static final String NORMAL_FORMS = "normal-forms/3";

  private final CharacterVariants variants;
  private final NameDifference names;
  private final TextDifference texts;

  public FieldDifferences(CharacterVariants variants) {
    this.variants = variants;
    this.names = new NameDifference(variants);
    this.texts = new TextDifference(variants);
  }

  /**
   * Compares two stated values. A blank value is compared like any other: whoever does not know a
   * field must not ask.
   */
  public FieldComparison compare(Kind kind, String paper, String electronic) {
    Difference found = judge(kind, paper, electronic);
    DifferenceClass weight = paper.equals(electronic) ? DifferenceClass.EQUAL : found.weight();
    return new FieldComparison(
        kind, paper, electronic, found.paper(), found.electronic(), weight, tables());
  }

  /** The same, weighed as the call declares the field. */
  public FieldComparison compare(ComparedField field, String paper, String electronic) {
    return compare(field.kind(), paper, electronic).weighed(field.weight());
  }

  private Difference judge(Kind kind, String paper, String electronic) {
    return switch (kind) {
      case NAME -> names.between(paper, electronic);
      case IDENTITY_NUMBER -> IdentityDifference.between(paper, electronic);
      case DATE -> DateDifference.between(paper, electronic);
      case PHONE -> PhoneDifference.between(paper, electronic);
      case DOCUMENT_NUMBER ->
          texts.betweenNormal(
              DocumentNumber.read(paper).text(), DocumentNumber.read(electronic).text());
      case NUMBER -> NumberDifference.between(paper, electronic);
      case CHOICE -> texts.betweenChoices(paper, electronic);
      case UNIT -> texts.betweenUnits(paper, electronic);
      case TEXT -> texts.between(paper, electronic);
    };
  }

  private String tables() {
    return NORMAL_FORMS + " " + variants.version();
  }
}
