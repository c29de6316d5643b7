package cn.baosong.web;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.Candidate;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Invented deliveries, people and letters. */
final class People {
  static final CallId CALL = new CallId("sx-bqw-2020");
  static final UnitCode UNIT = new UnitCode("11999999MB00000015");
  static final Instant RECEIVED = Instant.parse("2020-03-30T02:00:00Z");
  static final String IDENTITY = "999999197506010014";

  private People() {}

  static SubmissionNumber submissionNumber(int serial) {
    return new SubmissionNumber(String.format("SJ-2020-%06d", serial));
  }

  static DossierNumber dossierNumber(int serial) {
    return new DossierNumber(String.format("RX-2020-%06d", serial));
  }

  static Submission submission(int serial, SubmissionState state, String name) {
    return submission(
        serial,
        state,
        new Receipt(
            "r" + serial,
            Channel.FOLDER,
            "claim-" + serial,
            name,
            new Digest(String.format("%064x", serial)),
            1234L,
            Optional.empty(),
            Optional.empty(),
            TimeEvidence.of(
                new Interval(RECEIVED.minusSeconds(2), RECEIVED), "ctime", TrustClass.A),
            RECEIVED.plusSeconds(serial)));
  }

  static Submission submission(int serial, SubmissionState state, Receipt receipt) {
    boolean known = state == SubmissionState.PROCESSED;
    return new Submission(
        submissionNumber(serial),
        "public-" + serial,
        state,
        known ? Optional.of(CALL) : Optional.empty(),
        known ? Optional.of(UNIT) : Optional.empty(),
        List.of(receipt),
        Optional.empty(),
        Stated.NOTHING,
        FormData.EMPTY,
        List.of(),
        known
            ? List.of()
            : List.of(new Defect("UNIT_UNKNOWN", "", "单位“<b>甲</b>${7*7}”不在名册中。", false)),
        1);
  }

  static Dossier dossier(int serial, int submission, DossierState state, String name) {
    return new Dossier(
        dossierNumber(serial),
        "dossier-" + serial,
        submissionNumber(submission),
        submissionNumber(submission),
        CALL,
        UNIT,
        1,
        Optional.empty(),
        new Candidate(name, IDENTITY.substring(0, 17) + serial % 10, name + "/1975-06-01"),
        FormData.EMPTY,
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        "报送清单.xlsx 第 11 行",
        state,
        false,
        Optional.empty(),
        state == DossierState.ACCEPTED ? Optional.of("zjc") : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  static Decision decision(Dossier dossier) {
    return decision(dossier, FindingCode.INELIGIBLE);
  }

  static Decision decision(Dossier dossier, FindingCode code) {
    Finding finding =
        new Finding(
            code,
            Outcome.REFER,
            dossier.submission(),
            Optional.of(dossier.number()),
            "age",
            new Clause("年龄在50岁以下", "二"),
            IDENTITY,
            "报送清单.xlsx!D7",
            "身份证件号码 " + IDENTITY + " 的出生日期早于界限。");
    return new Decision(
        UUID.randomUUID().toString(),
        dossier.number(),
        dossier.state(),
        List.of(finding),
        dossier.department(),
        new CallVersion("v1"),
        RECEIVED,
        Optional.empty());
  }

  static QueueEntry queued(Dossier dossier) {
    return new QueueEntry(
        "zjc",
        dossier.number(),
        QueueEntry.State.QUEUED,
        Optional.empty(),
        Optional.empty(),
        RECEIVED);
  }

  static Letter refusal(String id, int submission, LetterState state) {
    return new Letter(
        id,
        Optional.of(submissionNumber(submission)),
        Optional.of(CALL),
        1,
        LetterKind.NOT_ACCEPTED,
        Optional.of(UNIT),
        List.of(),
        "不予受理通知书",
        "编号：1",
        "示例市人力资源和社会保障局",
        List.of(Letter.Section.of("经查，逾期。")),
        List.of("收件处"),
        List.of(),
        RECEIVED,
        Duration.ofMinutes(30),
        state);
  }
}
