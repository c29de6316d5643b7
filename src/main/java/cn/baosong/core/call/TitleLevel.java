package cn.baosong.core.call;

/** The level of a professional title (职称), rising. */
public enum TitleLevel {
  /** 初级: 助理级、员级. */
  BELOW_INTERMEDIATE,
  /** 中级. */
  INTERMEDIATE,
  /** 副高级. */
  DEPUTY_SENIOR,
  /** 正高级. */
  SENIOR
}
