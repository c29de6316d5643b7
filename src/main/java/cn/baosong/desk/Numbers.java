package cn.baosong.desk;

import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.notice.ReminderNumber;
import cn.baosong.core.submission.SubmissionNumber;

/** Gives numbers of a year; gaps are allowed, reuse is not (decisions.md 4). */
public interface Numbers {
  SubmissionNumber nextSubmission(int year);

  DossierNumber nextDossier(int year);

  PaperNumber nextPaper(int year);

  ReminderNumber nextReminder(int year);
}
