package cn.baosong.desk;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Correspondence;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.List;
import java.util.Optional;

/** The mails that got no number: answers, reports, what machines wrote. */
public interface Correspondences {
  Optional<Correspondence> byReceipt(Channel channel, String nativeId);

  /** Those that belong to a submission, the newest first. */
  List<Correspondence> of(SubmissionNumber submission);

  /**
   * The newest first.
   *
   * @param kind empty for all
   */
  Page<Correspondence> all(Optional<Mail.Kind> kind, Window window);

  long count();

  /**
   * Keeps one.
   *
   * @throws StaleRecord when another process kept it before
   */
  void save(Correspondence correspondence, Act act);
}
