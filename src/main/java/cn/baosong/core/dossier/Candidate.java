package cn.baosong.core.dossier;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.PersonFields;

/**
 * Who a dossier is about.
 *
 * @param name as written
 * @param key normalised identity number when it is a sound one, else {@code alias}; empty when the
 *     form states nothing, and then it matches no one
 * @param alias normalised name and birth date
 */
public record Candidate(String name, String key, String alias) {

  /** Reads the candidate off a form. */
  public static Candidate of(FormData form, PersonFields fields) {
    String name = form.text(fields.name()).orElse("");
    String alias = alias(name, form, fields);
    String key =
        form.text(fields.identity())
            .map(IdentityNumber::read)
            .filter(number -> number.validity() == IdentityNumber.Validity.VALID)
            // the 18 digits that replace an old number are the same person's
            .filter(number -> number.kind() != IdentityNumber.Kind.RESIDENT_15)
            .map(IdentityNumber::text)
            .orElse(alias);
    return new Candidate(name, key, alias);
  }

  /**
   * Whether both are the same person: one key, or one name and birth date where either number is
   * missing or ruined, so that a corrected number still finds the dossier it corrects.
   */
  public boolean isSameAs(Candidate other) {
    if (key.isEmpty() || other.key.isEmpty()) {
      return false;
    }
    boolean bothNumbered = !key.equals(alias) && !other.key.equals(other.alias);
    return key.equals(other.key) || (!bothNumbered && alias.equals(other.alias));
  }

  private static String alias(String name, FormData form, PersonFields fields) {
    String normal = PersonName.read(name).text();
    String birth =
        form.text(fields.birth())
            .map(written -> PartialDate.parse(written).map(PartialDate::text).orElse(written))
            .orElse("");
    return normal.isEmpty() ? "" : normal + "/" + birth;
  }
}
