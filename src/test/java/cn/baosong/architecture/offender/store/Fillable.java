package cn.baosong.architecture.offender.store;

/** A thing that is filled after it is made. */
public final class Fillable {
  private String name = "";

  /** The setter. */
  public void setName(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }
}
