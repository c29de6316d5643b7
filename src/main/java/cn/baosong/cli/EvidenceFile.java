package cn.baosong.cli;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code --evidence} says of a delivery (decisions.md, Bodies). What a person or document
 * states is never shifted by a clock's offset.
 *
 * @param channel how it came; a folder when the file does not say
 * @param asOf moment of assessment; now when the file does not say
 */
record EvidenceFile(
    Optional<Channel> channel,
    Optional<TimeEvidence> sent,
    Optional<TimeEvidence> received,
    Optional<Paper> paper,
    Optional<Instant> asOf) {
  static final EvidenceFile NONE =
      new EvidenceFile(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  static EvidenceFile read(Path file) throws IOException {
    try {
      return Json.mapper().readValue(Files.readAllBytes(file), EvidenceFile.class);
    } catch (JsonProcessingException wrong) {
      throw new Trouble(
          "证据文件 " + file + " 的 " + place(wrong) + " 读不出：" + wrong.getOriginalMessage(),
          "The evidence " + file + " cannot be read at " + place(wrong) + ".");
    }
  }

  /** The property concerned, or the line where the text is no JSON at all. */
  private static String place(JsonProcessingException wrong) {
    String path =
        wrong instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[]" : part.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    return path.isEmpty() && wrong.getLocation() != null
        ? "line " + wrong.getLocation().getLineNr()
        : path;
  }

  /** A parcel as the mail room would register it. */
  record Paper(Parcel parcel, List<PaperRecord.Candidate> candidates) {
    PaperRecord record(PaperNumber number, CallId call, UnitCode unit) {
      StatedParcel cover = parcel.cover();
      return new PaperRecord(
          number,
          call,
          unit,
          parcel.channel().orElseGet(cover::channel),
          cover,
          parcel.received(),
          parcel.by(),
          parcel.confirmedBy(),
          candidates);
    }
  }

  /** The cover of a parcel, and its receipt. */
  record Parcel(
      Optional<Channel> channel,
      String carrier,
      String item,
      Optional<LocalDate> dispatchPostmark,
      Optional<Boolean> postmarkLegible,
      Optional<LocalDate> arrivalPostmark,
      Instant received,
      String by,
      Optional<String> confirmedBy) {
    StatedParcel cover() {
      return new StatedParcel(
          carrier,
          item,
          dispatchPostmark,
          postmarkLegible.orElse(dispatchPostmark.isPresent()),
          arrivalPostmark);
    }
  }
}
