package cn.baosong.desk.draft;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A change of a call that has not taken effect: at most one of each call is open.
 *
 * @param id random
 * @param files texts of everything editable in the folder; one that is missing is to go
 * @param base the folder on which it rests
 * @param authors everyone who has written in it, the latest last; none of them may publish it
 * @param reason what it is for, in the words of the latest author
 * @param savedAt by the office's clock
 * @param publication who put it into effect
 * @param version counts its changes, from 1
 */
public record Draft(
    String id,
    CallId call,
    State state,
    Map<String, String> files,
    Base base,
    List<String> authors,
    String reason,
    Instant savedAt,
    Optional<Publication> publication,
    int version) {
  public Draft {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    authors = List.copyOf(authors);
  }

  /** How far it has come. */
  public enum State {
    /** Its authors work on it. */
    OPEN,
    /** Its authors have handed it to the second person. */
    SUBMITTED,
    /** A second person has decided; its files are being written. */
    PUBLISHING,
    /** It is what the folder was then made. */
    PUBLISHED,
    /** It came to nothing. */
    WITHDRAWN;

    public boolean isOpen() {
      return this == OPEN || this == SUBMITTED || this == PUBLISHING;
    }
  }

  /**
   * What a draft rests on.
   *
   * @param version of the folder; empty for a call that is not there yet
   * @param digests SHA-256 of every file of the folder, by name
   */
  public record Base(Optional<CallVersion> version, Map<String, String> digests) {
    public Base {
      digests = Collections.unmodifiableMap(new TreeMap<>(digests));
    }

    static Base of(Optional<CallFiles> standing) {
      return new Base(
          standing.map(CallFiles::version), standing.map(CallFiles::digests).orElse(Map.of()));
    }
  }

  /**
   * The second person's decision.
   *
   * @param version that the call has by it
   */
  public record Publication(String by, String reason, Instant at, CallVersion version) {}

  /** The same with other texts, written by somebody on the folder as it stands now. */
  Draft edited(Map<String, String> texts, Base on, Writing writing) {
    return new Draft(
        id,
        call,
        State.OPEN,
        texts,
        on,
        Stream.concat(
                authors.stream().filter(author -> !author.equals(writing.by())),
                Stream.of(writing.by()))
            .toList(),
        writing.reason(),
        writing.at(),
        Optional.empty(),
        version + 1);
  }

  /** Who writes, what for and when. */
  record Writing(String by, String reason, Instant at) {}

  Draft in(State next) {
    return new Draft(
        id, call, next, files, base, authors, reason, savedAt, publication, version + 1);
  }

  Draft publishing(Publication decided) {
    return new Draft(
        id,
        call,
        State.PUBLISHING,
        files,
        base,
        authors,
        reason,
        savedAt,
        Optional.of(decided),
        version + 1);
  }

  /** Back with its authors, since what was decided could not be done. */
  Draft heldBack() {
    return new Draft(
        id, call, State.OPEN, files, base, authors, reason, savedAt, Optional.empty(), version + 1);
  }
}
