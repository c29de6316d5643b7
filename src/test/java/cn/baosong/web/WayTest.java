package cn.baosong.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.store.SqlMailings;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of a submission through the routes. */
class WayTest extends OpenOffice {
  @Autowired private SqlMailings mailings;

  @AfterEach
  void nothingOnItsWay() {
    jdbc.sql("delete from mailing").update();
  }

  @Test
  void tellsOfTheMailOfALetterThatDoesNotLeave() throws Exception {
    Submission submission = People.submission(1, SubmissionState.PROCESSED, "材料.zip");
    submissions.save(submission, Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
    Letter letter = People.refusal("l1", 1, LetterState.SENT);
    letters.save(letter, Act.byMachine(Act.Kind.LETTER_WRITTEN));
    Mailing mailing = Mailing.of(letter, letter.unit(), "hr@unit.test", MailingState.WAITING);
    mailings.save(mailing, Act.byMachine(Act.Kind.MAIL_QUEUED));
    jdbc.sql(
            "update mailing set last_error = '554 DT:SPM', failed_at = current_timestamp, tries = 3"
                + " where id = ?")
        .param(mailing.id())
        .update();
    mvc.perform(
            get("/submissions/" + submission.publicId() + "/way")
                .with(signedIn(Role.CLERK))
                .locale(Locale.CHINA))
        .andExpect(
            content().string(allOf(containsString("554 DT:SPM"), containsString(letter.title()))));
  }
}
