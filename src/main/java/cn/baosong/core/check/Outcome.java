package cn.baosong.core.check;

/** What a finding asks for (contract.md, section 6), from mildest to gravest. */
public enum Outcome {
  PASS,
  /** Shown, asks nothing. */
  REMARK,
  /** The unit can put it right (补正). */
  CORRECT,
  /** A person decides. */
  REFER,
  /** The notice refuses it. */
  BLOCK
}
