package cn.baosong.core.check;

import cn.baosong.core.call.CallId;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A parcel as the mail room registered it, confirmed by a second person unless told otherwise. */
public final class PaperFixture {
  private final Channel channel;
  private final String received;
  private Optional<LocalDate> dispatch = Optional.empty();
  private Optional<LocalDate> arrival = Optional.empty();
  private boolean legible = true;
  private String item = "1";
  private Optional<String> confirmed = Optional.of("clerk2");
  private final List<PaperRecord.Candidate> candidates = new ArrayList<>();

  private PaperFixture(Channel channel, String received) {
    this.channel = channel;
    this.received = received;
  }

  /** Posted with a dispatch postmark of one day, registered at a moment. */
  public static PaperFixture posted(String postmark, String received) {
    PaperFixture paper = new PaperFixture(Channel.POST, received);
    paper.dispatch = Optional.of(LocalDate.parse(postmark));
    return paper;
  }

  static PaperFixture couriered(String pickedUp, String received) {
    PaperFixture paper = new PaperFixture(Channel.COURIER, received);
    paper.dispatch = Optional.of(LocalDate.parse(pickedUp));
    return paper;
  }

  static PaperFixture handedIn(String received) {
    return new PaperFixture(Channel.COUNTER, received);
  }

  PaperFixture arrived(String postmark) {
    arrival = Optional.of(LocalDate.parse(postmark));
    return this;
  }

  PaperFixture illegible() {
    legible = false;
    return this;
  }

  PaperFixture unconfirmed() {
    confirmed = Optional.empty();
    return this;
  }

  public PaperFixture naming(CandidateFixture candidate) {
    return naming(candidate, Map.of(), Map.of());
  }

  PaperFixture naming(
      CandidateFixture candidate, Map<String, Integer> copies, Map<String, String> fields) {
    candidates.add(new PaperRecord.Candidate(candidate.identity(), "", copies, fields));
    return this;
  }

  PaperFixture naming(String stranger) {
    candidates.add(new PaperRecord.Candidate("", stranger, Map.of(), Map.of()));
    return this;
  }

  public PaperFixture naming(String identity, String name, Map<String, String> fields) {
    candidates.add(new PaperRecord.Candidate(identity, name, Map.of(), fields));
    return this;
  }

  /** Registered under an item number of its own. */
  PaperFixture item(String number) {
    item = number;
    return this;
  }

  PaperRecord make(int serial, CallId call) {
    return new PaperRecord(
        new PaperNumber("YZ-2020-%04d".formatted(serial)),
        call,
        OfficeFixture.unit(),
        channel,
        new StatedParcel("EMS", item, dispatch, legible, arrival),
        OfficeFixture.at(received),
        "clerk1",
        confirmed,
        candidates);
  }
}
