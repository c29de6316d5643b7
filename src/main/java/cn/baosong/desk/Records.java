package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record as people and programs read it: in pages, newest first unless said otherwise. */
public interface Records {
  /**
   * By registration of the first arrival, then number.
   *
   * @throws Refusal when it takes too long to find them
   */
  Page<SubmissionLine> submissions(Filters.OfSubmissions filter, Window window);

  /** By filing, then number. */
  Page<Dossier> dossiers(Filters.OfDossiers filter, Window window);

  /** By writing, then id. */
  Page<Letter> letters(Filters.OfLetters filter, Window window);

  /** The longest waiting first: by since, then dossier. */
  Page<QueueLine> queue(Filters.OfQueue filter, Window window);

  /** How many entries of a department's queue stand in each state; some may be missing. */
  Map<QueueEntry.State, Long> queueCounts(String department);

  /** By registration, then number. */
  Page<PaperRecord> papers(Filters.OfPapers filter, Window window);

  Optional<PaperRecord> paper(PaperNumber number);

  /** For links that carry no number (decisions.md 4). */
  Optional<Submission> submissionByPublicId(String publicId);

  /** For links that carry no number (decisions.md 4). */
  Optional<Dossier> dossierByPublicId(String publicId);

  /** The same lines of submissions that are known by number; unknown ones are missing. */
  Map<SubmissionNumber, SubmissionLine> lines(Collection<SubmissionNumber> submissions);

  /** How many submissions stand in each state; a state without any may be missing. */
  Map<SubmissionState, Long> submissionCounts();

  /**
   * How many submissions that the filter leaves stand in each state, whatever state it names; a
   * state without any may be missing.
   *
   * @throws Refusal when it takes too long to count
   */
  Map<SubmissionState, Long> submissionCounts(Filters.OfSubmissions filter);

  /** How many dossiers stand in each state; a state without any may be missing. */
  Map<DossierState, Long> dossierCounts();

  /** The dossiers that came of each submission, in the order of their numbers. */
  Map<SubmissionNumber, List<DossierLine>> dossiersOf(Collection<SubmissionNumber> submissions);

  /**
   * Everything that happened to each subject, oldest first.
   *
   * @param subjects numbers of submissions, dossiers or parcels, ids of letters
   */
  Map<String, List<Event>> timelines(Collection<String> subjects);

  /**
   * A submission in a list.
   *
   * @param arrival the arrival whose time counts
   * @param registered when its first arrival was registered
   * @param sealed whether its original is sealed
   * @param unverified whether it waits until a person says who speaks
   * @param unscannedSince since when it waits for the malware scanner, in real time
   */
  record SubmissionLine(
      SubmissionNumber number,
      String publicId,
      SubmissionState state,
      Optional<CallId> call,
      Optional<UnitCode> unit,
      Receipt arrival,
      Instant registered,
      boolean sealed,
      boolean unverified,
      Optional<Instant> unscannedSince,
      int version) {}

  /** A dossier where its submission is shown. */
  record DossierLine(
      DossierNumber number, SubmissionNumber submission, String candidate, DossierState state) {}

  /** A dossier in a department's queue. */
  record QueueLine(QueueEntry entry, Dossier dossier) {}

  /**
   * An act as it was journaled.
   *
   * @param seq its number in the journal; empty until it is on disk there
   */
  record Event(Optional<Long> seq, Instant at, String subject, Act act) {}
}
