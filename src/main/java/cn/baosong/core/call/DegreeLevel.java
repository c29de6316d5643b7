package cn.baosong.core.call;

/** The level of a degree or of schooling (学位, 学历), rising. */
public enum DegreeLevel {
  /** 专科及以下. */
  BELOW_BACHELOR,
  /** 学士, 本科. */
  BACHELOR,
  /** 硕士. */
  MASTER,
  /** 博士. */
  DOCTOR
}
