package cn.baosong.desk;

import cn.baosong.core.dossier.Cover;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes in photos of covers, from the page, a program or the mail room's folder. */
public final class CoverDesk {
  /** A phone's photo has a few megabytes. */
  public static final long MOST_BYTES = 20L << 20;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:封面|cover)[-_ ]*(.*?)(?:[-_ ]*\\(\\d+\\))?\\.(?:jpe?g|png)", Pattern.CASE_INSENSITIVE);
  private static final int ID = 32;

  private final Archive archive;
  private final CoverReader reader;
  private final Covers covers;
  private final ScreeningDesk screening;
  private final Clock clock;

  public CoverDesk(
      Archive archive, CoverReader reader, Covers covers, ScreeningDesk screening, Clock clock) {
    this.archive = archive;
    this.reader = reader;
    this.covers = covers;
    this.screening = screening;
    this.clock = clock;
  }

  /** Whether a file of the mail room's folder says by its name that it is a photo of a cover. */
  static boolean isNamed(String name) {
    return NAMED.matcher(name).matches() && ClassifiedMarking.in(name) == ClassifiedMarking.NONE;
  }

  /**
   * Takes in one photo; the same bytes change nothing the second time.
   *
   * @param parcel that it shows; empty where its name, its code or a person tells later
   * @throws Refusal when it is no photo that can be shown, or the malware scanner does not pass it;
   *     nothing is kept then
   * @throws IOException when it could not be stored; nothing is registered then
   */
  public Cover take(String name, InputStream bytes, Optional<PaperNumber> parcel, String by)
      throws IOException {
    Path draft = Files.createTempFile("baosong-cover", ".tmp");
    try {
      Files.copy(new Bounded(bytes, MOST_BYTES + 1), draft, StandardCopyOption.REPLACE_EXISTING);
      mustPass(draft);
      return take(name, draft, parcel, by);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Takes in a file of the mail room's folder: a photo of a cover by its name or by the code of a
   * cover sheet on it, else a scan like any other.
   *
   * @throws IOException when it could not be stored; nothing is registered then
   */
  public void takeFromFolder(String name, InputStream bytes, ScanDesk others) throws IOException {
    Path draft = Files.createTempFile("baosong-cover", ".tmp");
    try {
      Files.copy(bytes, draft, StandardCopyOption.REPLACE_EXISTING);
      if (!isMarked(name) && isCover(name, draft)) {
        take(name, draft, Optional.empty(), Act.MACHINE);
      } else {
        try (InputStream whole = Files.newInputStream(draft)) {
          others.take(name, whole);
        }
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Its first bytes are looked at before the malware scanner is asked, the rest behind it. */
  private boolean isCover(String name, Path photo) throws IOException {
    return Files.size(photo) <= MOST_BYTES
        && isPicture(photo)
        && screening.passes(photo)
        && reader.look(photo).filter(seen -> isNamed(name) || seen.code().isPresent()).isPresent();
  }

  private static boolean isPicture(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      return head.length == 4
          && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xD8)
              || (head[0] == (byte) 0x89 && head[1] == 'P' && head[2] == 'N' && head[3] == 'G'));
    }
  }

  private static boolean isMarked(String name) {
    return name.equals(Receipt.NAME_WITHHELD)
        || ClassifiedMarking.in(name) != ClassifiedMarking.NONE;
  }

  private void mustPass(Path photo) throws IOException {
    MalwareScanner.Verdict.Kind kind =
        screening
            .verdict(photo)
            .map(MalwareScanner.Verdict::kind)
            .orElse(MalwareScanner.Verdict.Kind.CLEAN);
    switch (kind) {
      case CLEAN -> {}
      case INFECTED, TOO_LARGE ->
          throw Refusal.invalid(
              "photo",
              "照片没有通过查毒，没有存入；请换一台设备重拍。",
              "The photo did not pass the malware scan and was not kept; take another with another device.");
      case UNANSWERED ->
          throw Refusal.conflict(
              "photo",
              "查毒服务没有应答，照片没有存入，请稍后再传。",
              "The malware scanner does not answer; the photo was not kept, send it again later.");
    }
  }

  private Cover take(String name, Path draft, Optional<PaperNumber> parcel, String by)
      throws IOException {
    if (Files.size(draft) > MOST_BYTES) {
      throw Refusal.invalid(
          "photo", "照片超过 20 MB，请缩小后再传。", "The photo is larger than 20 MB; make it smaller.");
    }
    CoverReader.Seen seen =
        reader
            .look(draft)
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "photo",
                        "这不是能显示的照片：请用 JPEG 或 PNG，不要过大，重拍一张再传。",
                        "This is no photo that can be shown: take another as JPEG or PNG, of no excessive size."));
    Archive.Stored stored;
    try (InputStream whole = Files.newInputStream(draft)) {
      stored = archive.keep(whole);
    }
    Document file = new Document(name, stored.bytes(), stored.digest(), Optional.empty());
    keepEvidence(file);
    return enter(cover(file, seen, parcel, by), by);
  }

  /** With it the name of the bytes is on disk for certain; as evidence of time nobody uses it. */
  private void keepEvidence(Document file) throws IOException {
    Instant now = clock.instant();
    archive.keepEvidence(
        new Receipt(
            "cover-" + file.digest().hex().substring(0, ID),
            Channel.FOLDER,
            "cover/" + file.digest().hex(),
            file.path(),
            file.digest(),
            file.bytes(),
            Optional.empty(),
            Optional.empty(),
            TimeEvidence.of(Interval.at(now), "封面照片入库", TrustClass.B),
            now));
  }

  private Cover cover(
      Document file, CoverReader.Seen seen, Optional<PaperNumber> parcel, String by) {
    Matcher named = NAMED.matcher(file.path());
    return new Cover(
        file.digest().hex().substring(0, ID),
        file,
        seen.kind(),
        named.matches() ? StatedParcel.itemKey(named.group(1)) : "",
        seen.code(),
        parcel,
        by,
        clock.instant());
  }

  private Cover enter(Cover cover, String by) {
    Optional<Cover> known = covers.find(cover.id());
    boolean news =
        known.isEmpty() || (known.get().parcel().isEmpty() && cover.parcel().isPresent());
    Cover kept = known.map(k -> cover.parcel().map(k::of).orElse(k)).orElse(cover);
    if (news) {
      covers.save(kept, new Act(Act.Kind.COVER_TAKEN, by, kept.file().name()));
    }
    return news ? kept : known.orElseThrow();
  }

  /** Says which parcel a photo shows. */
  public void attach(String id, PaperNumber parcel, String by) {
    covers
        .find(id)
        .filter(cover -> cover.parcel().isEmpty())
        .ifPresent(
            cover ->
                covers.save(
                    cover.of(parcel), new Act(Act.Kind.COVER_TAKEN, by, cover.file().name())));
  }
}
