package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.check.PapersOf;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Files the candidates of whom only paper has come (decisions.md 9). Their parcel is a delivery of
 * its own then, with the registration as its original, and is acknowledged like any other.
 */
public final class PaperFiling {
  private final Archive archive;
  private final Submissions submissions;
  private final Dossiers dossiers;
  private final Numbers numbers;
  private final LetterDesk letters;
  private final Clock clock;
  private final ZoneId zone;

  public PaperFiling(
      Archive archive,
      Submissions submissions,
      Dossiers dossiers,
      Numbers numbers,
      LetterDesk letters,
      Clock clock,
      ZoneId zone) {
    this.archive = archive;
    this.submissions = submissions;
    this.dossiers = dossiers;
    this.numbers = numbers;
    this.letters = letters;
    this.clock = clock;
    this.zone = zone;
  }

  /** Has the strangers of a parcel wait for their electronic half, in the caller's transaction. */
  void expect(PaperRecord paper, Call call) {
    List<Integer> strangers = strangers(paper, dossiers.ofUnit(paper.call(), paper.unit()), call);
    if (strangers.isEmpty()) {
      return;
    }
    int year = clock.instant().atZone(zone).getYear();
    Submission delivery = delivery(paper, year);
    submissions.save(delivery, Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
    List<Dossier> expected = new ArrayList<>();
    for (int rank : strangers) {
      Dossier.Numbering as =
          new Dossier.Numbering(numbers.nextDossier(year), UUID.randomUUID().toString());
      expected.add(Dossier.expected(paper, rank, delivery, call, as));
    }
    expected.forEach(d -> dossiers.save(d, Act.byMachine(Act.Kind.DOSSIER_FILED)));
    letters.acknowledgePaper(
        delivery,
        expected.stream().map(d -> d.candidate().name()).collect(Collectors.joining("、")));
  }

  /** The dossiers of everybody in a parcel, as far as they are known apart. */
  List<PaperDesk.Filed> filed(PaperRecord paper, Call call) {
    return filed(paper, call, dossiers.ofUnit(paper.call(), paper.unit()));
  }

  /** The same of many parcels, each case looked at once. */
  Map<PaperNumber, List<PaperDesk.Filed>> filed(Collection<PaperRecord> papers, Calls calls) {
    Map<String, List<Dossier>> cases = new HashMap<>();
    Map<PaperNumber, List<PaperDesk.Filed>> found = new HashMap<>();
    for (PaperRecord paper : papers) {
      calls
          .find(paper.call())
          .ifPresent(
              call ->
                  found.put(
                      paper.number(),
                      filed(
                          paper,
                          call,
                          cases.computeIfAbsent(
                              paper.call() + " " + paper.unit(),
                              key -> dossiers.ofUnit(paper.call(), paper.unit())))));
    }
    return found;
  }

  private static List<PaperDesk.Filed> filed(PaperRecord paper, Call call, List<Dossier> all) {
    return paper.candidates().stream()
        .map(entry -> new PaperDesk.Filed(entry, PapersOf.meant(entry, all, call.person())))
        .toList();
  }

  /**
   * Places in the parcel, from 1, of those of whom the unit has sent nothing else; none where the
   * call wants no paper.
   *
   * @param all dossiers of the unit in the call
   */
  public static List<Integer> strangers(PaperRecord paper, List<Dossier> all, Call call) {
    if (call.paper().mode() == Mode.NONE) {
      return List.of();
    }
    List<PaperRecord.Candidate> entries = paper.candidates();
    return IntStream.rangeClosed(1, entries.size())
        .filter(rank -> !PapersOf.isKnown(entries.get(rank - 1), all, call.person()))
        .filter(rank -> !entries.subList(0, rank - 1).contains(entries.get(rank - 1)))
        .boxed()
        .toList();
  }

  private Submission delivery(PaperRecord paper, int year) {
    try {
      return new Submission(
          numbers.nextSubmission(year),
          UUID.randomUUID().toString(),
          SubmissionState.PROCESSED,
          Optional.of(paper.call()),
          Optional.of(paper.unit()),
          List.of(receipt(paper)),
          Optional.empty(),
          Stated.NOTHING,
          FormData.EMPTY,
          List.of(),
          List.of(),
          1);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  private Receipt receipt(PaperRecord paper) throws IOException {
    byte[] sheet = PaperSheet.of(paper, zone).getBytes(StandardCharsets.UTF_8);
    Archive.Stored stored = archive.keep(new ByteArrayInputStream(sheet));
    Receipt receipt =
        new Receipt(
            UUID.randomUUID().toString(),
            paper.channel(),
            paper.number() + " " + paper.call() + " " + paper.unit(),
            "纸质材料（收发室登记 " + paper.number() + "）",
            stored.digest(),
            stored.bytes(),
            Optional.empty(),
            postmark(paper),
            TimeEvidence.of(Interval.second(paper.received()), "收发室登记", TrustClass.A),
            clock.instant());
    archive.keepEvidence(receipt);
    return receipt;
  }

  private Optional<TimeEvidence> postmark(PaperRecord paper) {
    return paper
        .parcel()
        .dispatchPostmark()
        .filter(day -> paper.parcel().postmarkLegible())
        .map(
            day ->
                new TimeEvidence(Interval.day(day, zone), "寄出邮戳", TrustClass.A, Optional.of(day)));
  }
}
