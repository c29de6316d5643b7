package cn.baosong.core.call;

/** The two halves of a delivery. */
public enum Part {
  PAPER,
  ELECTRONIC
}
