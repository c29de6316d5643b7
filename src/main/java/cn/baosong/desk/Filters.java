package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Handling;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What lists can be narrowed to: every field that is present must match. */
public final class Filters {
  private Filters() {}

  /**
   * @param channel of the first arrival
   * @param words that its number or file name holds, or what else they stand for
   * @param from registered then or later
   * @param until registered before
   */
  public record OfSubmissions(
      Optional<SubmissionState> state,
      Optional<CallId> call,
      Optional<UnitCode> unit,
      Optional<Channel> channel,
      Optional<Words> words,
      Optional<Instant> from,
      Optional<Instant> until) {
    public static final OfSubmissions ALL =
        new OfSubmissions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public OfSubmissions(
        Optional<SubmissionState> state,
        Optional<CallId> call,
        Optional<UnitCode> unit,
        Optional<Channel> channel) {
      this(state, call, unit, channel, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same in another state, or in all of them. */
    public OfSubmissions in(Optional<SubmissionState> other) {
      return new OfSubmissions(other, call, unit, channel, words, from, until);
    }

    /** Whether it leaves nothing out. */
    public boolean isAll() {
      return equals(ALL);
    }
  }

  /**
   * Words to search for: part of a number or of a file's name, whatever the case, or of the name of
   * one of the units.
   */
  public record Words(String text, Set<UnitCode> units) {
    public Words {
      units = Set.copyOf(units);
    }
  }

  /**
   * @param text beginning of the candidate's name, or the number of the dossier
   * @param within the departments that the reader may see; empty when all, other than an empty set
   * @param hand by which they stand as they do
   * @param waitsFor what they wait for
   * @param second only those whose ruling waits for a second person
   */
  public record OfDossiers(
      Optional<DossierState> state,
      Optional<CallId> call,
      Optional<UnitCode> unit,
      Optional<String> department,
      Optional<SubmissionNumber> submission,
      Optional<String> text,
      Optional<Set<String>> within,
      Optional<Handling> hand,
      Optional<FindingCode> waitsFor,
      boolean second) {
    /** Whoever decided them. */
    public OfDossiers(
        Optional<DossierState> state,
        Optional<CallId> call,
        Optional<UnitCode> unit,
        Optional<String> department,
        Optional<SubmissionNumber> submission,
        Optional<String> text,
        Optional<Set<String>> within) {
      this(
          state,
          call,
          unit,
          department,
          submission,
          text,
          within,
          Optional.empty(),
          Optional.empty(),
          false);
    }

    /** The same, decided by this hand and waiting for this. */
    public OfDossiers decided(Optional<Handling> by, Optional<FindingCode> waiting) {
      return new OfDossiers(
          state, call, unit, department, submission, text, within, by, waiting, second);
    }

    /** The same, only those whose ruling waits for a second person where so. */
    public OfDossiers awaiting(boolean secondPerson) {
      return new OfDossiers(
          state, call, unit, department, submission, text, within, hand, waitsFor, secondPerson);
    }

    /** Without any text. */
    public OfDossiers(
        Optional<DossierState> state,
        Optional<CallId> call,
        Optional<UnitCode> unit,
        Optional<String> department,
        Optional<SubmissionNumber> submission,
        Optional<Set<String>> within) {
      this(state, call, unit, department, submission, Optional.empty(), within);
    }
  }

  /** Letters sent and waiting. */
  public record OfLetters(
      Optional<SubmissionNumber> submission,
      Optional<LetterState> state,
      Optional<LetterKind> kind) {}

  /**
   * Letters on their way.
   *
   * @param toCall only those whose units are still to be rung up
   */
  public record OfMailings(
      Optional<MailingState> state, Optional<SubmissionNumber> submission, boolean toCall) {}

  /**
   * One department's queue; without a state its entries that are queued or claimed.
   *
   * @param since when they came into that state
   */
  public record OfQueue(String department, Optional<QueueEntry.State> state, Optional<Span> since) {
    public OfQueue(String department, Optional<QueueEntry.State> state) {
      this(department, state, Optional.empty());
    }
  }

  /**
   * Parcels registered by the mail room.
   *
   * @param registered when
   * @param awaiting only those that a second person is still to look at
   */
  public record OfPapers(
      Optional<CallId> call, Optional<UnitCode> unit, Optional<Span> registered, boolean awaiting) {
    public OfPapers(Optional<CallId> call, Optional<UnitCode> unit) {
      this(call, unit, Optional.empty(), false);
    }
  }

  /**
   * Addresses that clerks found to speak for units.
   *
   * @param holding only those that hold, or only those that were taken back
   */
  public record OfSenders(
      Optional<String> address, Optional<UnitCode> unit, Optional<Boolean> holding) {}

  /** From an instant on, until before another. */
  public record Span(Instant from, Instant until) {}

  /**
   * Acts.
   *
   * @param actor user name, or {@code system}
   * @param subject a number, a path, an account's name
   */
  public record OfEvents(
      Optional<Act.Kind> kind, Optional<String> actor, Optional<String> subject) {}
}
