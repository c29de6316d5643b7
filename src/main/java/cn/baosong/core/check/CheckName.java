package cn.baosong.core.check;

/** The named steps of an assessment, in their order; each is visible in {@code routes/}. */
public enum CheckName {
  ADMISSION("check-admission"),
  TIME("check-time"),
  FORM("check-form"),
  ELIGIBILITY("check-eligibility"),
  MATERIALS("check-materials"),
  PROCEDURE("check-procedure"),
  PAPER("compare-paper"),
  DUPLICATES("check-duplicates"),
  QUOTA("check-quota");

  private final String step;

  CheckName(String step) {
    this.step = step;
  }

  /** The step's id in the route. */
  public String step() {
    return step;
  }
}
