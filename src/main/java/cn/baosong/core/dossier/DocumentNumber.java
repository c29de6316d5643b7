package cn.baosong.core.dossier;

import java.util.regex.Pattern;

/**
 * The number of an official document (文号), with its year in 〔〕 as GB/T 9704-2012 prints it.
 *
 * @param text the normal form, such as 某人社函〔2024〕12号
 */
public record DocumentNumber(String text) {
  private static final Pattern YEAR = Pattern.compile("[〔\\[(﹝【〖{<〈]([0-9]{4})[〕\\])﹞】〗}>〉]");
  private static final Pattern ENCLOSED = Pattern.compile("^\\((.*)\\)$|^\\[(.*)\\]$");

  /** Reads any text; one without a bracketed year only loses its blanks. */
  public static DocumentNumber read(String written) {
    String plain = Typing.plainIdeographs(Typing.halfWidth(written)).replace(" ", "");
    String withYear = YEAR.matcher(plain).replaceFirst("〔$1〕");
    return new DocumentNumber(ENCLOSED.matcher(withYear).replaceFirst("$1$2"));
  }
}
