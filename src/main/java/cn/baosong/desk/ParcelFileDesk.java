package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.core.submission.CoverCode;
import cn.baosong.core.submission.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/**
 * Registers the parcels that the mail room describes in files beside its scans (contract.md,
 * section 4). What cannot be registered waits for a person, with what is wrong with it; nothing is
 * lost.
 */
public final class ParcelFileDesk {
  private static final String MAIL_ROOM = "收发室";

  private final ParcelFiles files;
  private final CoverSheets sheets;
  private final PaperDesk desk;
  private final ScanDesk scans;
  private final ScreeningDesk screening;

  public ParcelFileDesk(
      ParcelFiles files,
      CoverSheets sheets,
      PaperDesk desk,
      ScanDesk scans,
      ScreeningDesk screening) {
    this.files = files;
    this.sheets = sheets;
    this.desk = desk;
    this.scans = scans;
    this.screening = screening;
  }

  /** Whether a file of the mail room's folder is one of data. */
  public static boolean isNamed(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".json")
        && ClassifiedMarking.in(name) == ClassifiedMarking.NONE;
  }

  /**
   * Takes in one file; the same file registers nothing a second time.
   *
   * @throws IOException when it could not be stored; nothing is registered then and the folder
   *     keeps it
   */
  public void take(String name, InputStream bytes) throws IOException {
    Path draft = Files.createTempFile("baosong-parcel", ".tmp");
    try {
      Files.copy(bytes, draft, StandardCopyOption.REPLACE_EXISTING);
      if (!screening.passes(draft)) {
        try (InputStream whole = Files.newInputStream(draft)) {
          scans.take(name, whole);
        }
        return;
      }
      Document kept = scans.keep(name, draft);
      String fault = register(draft);
      if (fault.isEmpty()) {
        scans.settled(kept);
      } else {
        scans.hold(kept, fault);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Why it was not; empty when it stands in the register. */
  private String register(Path file) throws IOException {
    ParcelFiles.Read read = files.read(file);
    if (read.said().isEmpty()) {
      return read.fault();
    }
    try {
      desk.registerOnce(registration(read.said().get()), Act.MACHINE);
      return "";
    } catch (Refusal refusal) {
      return refusal.chinese();
    } catch (IllegalArgumentException nonsense) {
      return "通知或单位代码的写法不对。";
    }
  }

  private PaperDesk.Registration registration(ParcelFiles.Said said) {
    Optional<CoverCode> code = sheets.find(said.cover());
    if (!said.cover().isEmpty() && code.isEmpty()) {
      throw Refusal.invalid(
          "cover", "封面码或编号不认识：" + said.cover(), "This cover code or number is not known.");
    }
    return new PaperDesk.Registration(
        code.map(CoverCode::call).orElseGet(() -> new CallId(said.call())),
        code.map(CoverCode::unit).orElseGet(() -> new UnitCode(said.unit())),
        said.channel(),
        said.parcel(),
        said.received(),
        said.by().isBlank() ? MAIL_ROOM : said.by().strip(),
        Optional.empty(),
        said.candidates());
  }
}
