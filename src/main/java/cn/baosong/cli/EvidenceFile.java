package cn.baosong.cli;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.reader.parcel.PaperFile;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What {@code --evidence} says of a delivery (decisions.md, Bodies). What a person or document
 * states is never shifted by a clock's offset.
 *
 * @param channel how it came; a folder when the file does not say
 * @param asOf moment of assessment; now when the file does not say
 */
record EvidenceFile(
    Optional<Channel> channel,
    Optional<Stamp> sent,
    Optional<Stamp> received,
    Optional<PaperFile> paper,
    Optional<Instant> asOf) {
  static final EvidenceFile NONE =
      new EvidenceFile(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  static EvidenceFile read(Path file) {
    StatedFile<EvidenceFile> stated = StatedFile.read(file, EvidenceFile.class);
    EvidenceFile evidence = stated.body();
    evidence.sent.ifPresent(stamp -> stamp.check("sent", stated.missing()));
    evidence.received.ifPresent(stamp -> stamp.check("received", stated.missing()));
    evidence.paper.ifPresent(paper -> paper.check("paper.", stated.missing()));
    return stated.sound();
  }

  /**
   * A moment, or the interval in which something happened.
   *
   * @param latest the same as {@code earliest} when it is left out
   * @param day where the evidence is of a day only
   */
  record Stamp(
      Optional<Instant> earliest,
      Optional<Instant> latest,
      String source,
      @JsonProperty("class") Optional<TrustClass> trust,
      Optional<LocalDate> day) {
    private void check(String name, List<String> missing) {
      if (earliest.isEmpty()) {
        missing.add(name + ".earliest");
      }
      if (trust.isEmpty()) {
        missing.add(name + ".class");
      }
      if (earliest.isPresent() && latest.filter(earliest.get()::isAfter).isPresent()) {
        missing.add(name + ".latest（早于 earliest earlier than it）");
      }
    }

    TimeEvidence evidence() {
      Instant from = earliest.orElseThrow();
      return new TimeEvidence(
          new Interval(from, latest.orElse(from)),
          source.isBlank() ? "证据文件" : source,
          trust.orElseThrow(),
          day);
    }
  }
}
