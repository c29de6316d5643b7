package cn.baosong.core.call;

/** What a failed rule may do (domain.md, section 0). */
public enum Force {
  /** 必须, 须, 不得: may block. */
  HARD,
  /** 一般, 原则上: warns and asks a person. */
  SOFT,
  /** 国内领先, 贡献突出: only that it is claimed and evidenced. */
  MERIT
}
