package cn.baosong.core.notice;

import cn.baosong.core.submission.SubmissionNumber;

/** Gives each letter its identity: ids never repeat, serials count within a submission. */
@FunctionalInterface
public interface LetterNumbering {
  Slot next(SubmissionNumber submission, LetterKind kind);

  /**
   * @param id unique in the office
   * @param serial 1, 2, … within its submission
   */
  record Slot(String id, int serial) {}
}
