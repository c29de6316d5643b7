package cn.baosong.store;

/** The tables whose rows are records of the office, each with its key. */
enum Table {
  SUBMISSION("number"),
  DOSSIER("number"),
  DECISION("id"),
  PAPER("number"),
  LETTER("id"),
  MAILING("id"),
  QUEUE_ENTRY("dossier"),
  DELIVERY("dossier"),
  SCAN("id"),
  PENDING_RULING("dossier"),
  SENDER_BINDING("id"),
  CONTACT("id"),
  CALL_DRAFT("id"),
  CORRESPONDENCE("id"),
  OUTAGE("id"),
  COVER("id"),
  ORIGINAL("id"),
  STRAY("number"),
  /** No table: an act that changes no record. */
  NONE("");

  private final String key;

  Table(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  String sqlName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
