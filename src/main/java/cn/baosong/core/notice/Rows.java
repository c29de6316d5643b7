package cn.baosong.core.notice;

import java.util.Arrays;
import java.util.Optional;

/** A table that the record fills; a template names it in double brackets and heads its columns. */
enum Rows {
  /** Number, name, category, dossier. */
  PEOPLE("people", 4),
  /** Number, name, category, dossier, department. */
  ACCEPTED("accepted", 5),
  /** Number, name, matter, problem, clause, remedy. */
  ITEMS("items", 6),
  /** Number, name, ground, clause. */
  GROUNDS("grounds", 4),
  /** Number, name, what a person has to settle, clause. */
  PENDING("pending", 4),
  /** Number, name, field, what the paper says, what the data say, where the paper was read. */
  COMPARED("compared", 6),
  /** What, when, by which source, class of trust. */
  EVIDENCE("evidence", 4),
  /** Category, limit, number sent, clause. */
  QUOTAS("quotas", 4),
  /** Number, name, category, dossier, where it stands. */
  LISTED("listed", 5);

  private final String marker;
  private final int columns;

  Rows(String marker, int columns) {
    this.marker = marker;
    this.columns = columns;
  }

  int columns() {
    return columns;
  }

  static Optional<Rows> named(String marker) {
    return Arrays.stream(values()).filter(rows -> rows.marker.equals(marker)).findFirst();
  }
}
