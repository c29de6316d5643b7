package cn.baosong.json;

import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Evidence of time as evidence files and the API write it: flat, its trust called class. */
record EvidenceShape(
    Instant earliest,
    Instant latest,
    String source,
    @JsonProperty("class") TrustClass trust,
    Optional<LocalDate> day) {
  static EvidenceShape of(TimeEvidence evidence) {
    return new EvidenceShape(
        evidence.interval().earliest(),
        evidence.interval().latest(),
        evidence.source(),
        evidence.trust(),
        evidence.day());
  }

  TimeEvidence evidence() {
    return new TimeEvidence(new Interval(earliest, latest), source, trust, day);
  }
}
