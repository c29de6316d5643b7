package cn.baosong.core.submission;

/** Why an original rests where only its holder may look; each name is a stable finding code. */
public enum SealReason {
  /** It bears a mark of state secrecy (domain.md 7.3). */
  CLASSIFIED_MARKING,
  /** The malware scanner found something. */
  MALWARE_FOUND;

  /** What the office's own record says of it: never what was found, or where. */
  public Defect told() {
    return switch (this) {
      case CLASSIFIED_MARKING -> defect("原件封存，由保密工作人员处置。", false);
      case MALWARE_FOUND -> defect("材料未通过安全检查，未予打开，原件封存。", false);
    };
  }

  /** That a person looked and lets the package be opened all the same. */
  public Defect cleared(String by, String reason) {
    return switch (this) {
      case CLASSIFIED_MARKING -> defect("是否载有密级标志已由" + by + "核对，可以办理：" + reason, true);
      case MALWARE_FOUND -> defect("未经查毒，由" + by + "核放：" + reason, true);
    };
  }

  boolean isToldBy(Defect defect) {
    return !defect.remark() && defect.code().equals(name());
  }

  boolean isClearedBy(Defect defect) {
    return defect.remark() && defect.code().equals(name());
  }

  private Defect defect(String sentence, boolean remark) {
    return new Defect(name(), "", sentence, remark);
  }
}
