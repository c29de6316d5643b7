package cn.baosong.core.dossier;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.FormData;
import cn.baosong.core.submission.PageMark;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * What a form's data are recognised by on paper (登记表指纹): a digest of all of them, and a short mark
 * of each field that the call compares, made of its normal form, so that a change tells where it
 * is.
 *
 * @param fields the marks, in the order of the call
 */
public record Fingerprint(CallId call, String digest, List<String> fields) {
  private static final String DRAFT = "CG-";
  private static final int DRAFT_LENGTH = 8;
  private static final int BASE = 32;
  private static final int BITS = 5;

  public Fingerprint {
    fields = List.copyOf(fields);
  }

  /** Of the data of one candidate in a call. */
  public static Fingerprint of(Call call, FormData form, FieldDifferences differences) {
    return new Fingerprint(
        call.id(),
        hash(call.id() + "\n" + CanonicalForm.of(form), PageMark.DIGEST),
        call.paper().compared().stream()
            .map(field -> mark(field, form.text(field.field()).orElse(""), differences))
            .distinct()
            .toList());
  }

  /** The mark of one field. */
  public static String mark(ComparedField field, String value, FieldDifferences differences) {
    String normal =
        value.isBlank() ? "" : differences.compare(field.kind(), value, value).normalPaper();
    return hash(field.field() + "\n" + normal, PageMark.FIELD);
  }

  /**
   * What a form goes by before it has a number: made of who it is about, so that it finds the
   * dossier even where something else was changed.
   *
   * @return empty when the form does not say whose it is
   */
  public static Optional<String> draft(Candidate candidate) {
    return candidate.key().isEmpty()
        ? Optional.empty()
        : Optional.of(DRAFT + hash(candidate.key(), DRAFT_LENGTH));
  }

  /**
   * How the SHA-256 of the candidate's key begins that a draft's reference was made of.
   *
   * @return ten digits in lower-case hexadecimal; empty for what is no draft's
   */
  public static Optional<String> keyOfDraft(String reference) {
    if (!reference.matches(DRAFT + "[A-Z2-7]{" + DRAFT_LENGTH + "}")) {
      return Optional.empty();
    }
    long bits = 0;
    for (char c : reference.substring(DRAFT.length()).toCharArray()) {
      bits = bits * BASE + (c >= 'A' ? c - 'A' : c - '2' + 26);
    }
    return Optional.of(String.format("%010x", bits));
  }

  /** The mark of one page. */
  public PageMark page(String reference, int page, int pages) {
    return new PageMark(call, reference, page, pages, digest, fields);
  }

  /** The beginning of a SHA-256 in Base32 (RFC 4648), which a person can also type. */
  private static String hash(String text, int letters) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      BigInteger number = new BigInteger(1, all).shiftRight(8 * all.length - BITS * letters);
      StringBuilder out = new StringBuilder(letters);
      for (int i = letters - 1; i >= 0; i--) {
        int digit = number.shiftRight(BITS * i).intValue() & (BASE - 1);
        out.append((char) (digit < 26 ? 'A' + digit : '2' + digit - 26));
      }
      return out.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
