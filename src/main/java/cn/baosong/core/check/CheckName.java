package cn.baosong.core.check;

import java.util.Arrays;

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

  /**
   * The check that a step of the route stands for.
   *
   * @throws IllegalArgumentException when the route names a check that does not exist
   */
  public static CheckName ofStep(String step) {
    return Arrays.stream(values())
        .filter(name -> name.step.equals(step))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no check is named " + step));
  }
}
