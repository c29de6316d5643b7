package cn.baosong.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of an office (contract.md, section 2). A misspelt key stops the start with its name.
 *
 * @param home state folder; deleting it is a factory reset
 * @param forms calls, one folder each
 * @param routes Camel routes
 * @param inbox watched folder
 * @param zone time zone of the office, in which dates of notices are meant
 * @param units the unit registry, UTF-8 CSV or workbook; {@code units.csv} under {@code forms} when
 *     not set
 * @param adminPassword password of the first administrator; generated and printed once when not set
 * @param failpoint crash drill: the named step at which the process ends itself, or {@code survey};
 *     never set in service
 * @param mailboxes the mailboxes that are looked into; none when empty
 * @param servers the FTP, FTPS and SFTP servers that are looked into; none when empty
 * @param smtp the mail server that letters leave by; letters are files only when not set
 * @param watch how the office sees that its channels live
 * @param night when the rules of a call change only after a person has confirmed it
 * @param digest what the operators are told once a day; needs {@code smtp}
 * @param reminderPause within which a unit is reminded again only when a person confirms it
 * @param database derived from {@code spring.datasource.url}: which SQL dialect the routes use
 */
@Validated
@ConfigurationProperties(prefix = "baosong", ignoreUnknownFields = false)
public record BaosongSettings(
    @NotNull @DefaultValue("./var") Path home,
    @NotNull @DefaultValue("./forms") Path forms,
    @NotNull @DefaultValue("./routes") Path routes,
    @NotNull @DefaultValue("./inbox") Path inbox,
    @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone,
    @Nullable Path units,
    @Nullable String adminPassword,
    @Nullable String failpoint,
    @NotNull @DefaultValue("P3D") Duration reminderPause,
    @NotNull String database,
    @Valid @DefaultValue OfficeSettings office,
    @Valid @DefaultValue FolderSettings folder,
    @Valid @DefaultValue LimitSettings limits,
    @Valid @DefaultValue ScannerSettings scanner,
    @Valid @DefaultValue OcrSettings ocr,
    @DefaultValue List<@Valid MailboxSettings> mailboxes,
    @DefaultValue List<@Valid ServerSettings> servers,
    @Valid @Nullable SmtpSettings smtp,
    @Valid @DefaultValue WatchSettings watch,
    @Valid @DefaultValue NightSettings night,
    @Valid @DefaultValue DigestSettings digest,
    @Valid @DefaultValue ClockSettings clock) {

  @AssertTrue(message = "baosong.digest.to needs baosong.smtp: a digest goes by mail")
  boolean isDigestMailed() {
    return smtp != null || digest.to().isEmpty();
  }

  /** The register calls mails by the name of their box. */
  @AssertTrue(message = "baosong.mailboxes: each mailbox has a name of its own")
  boolean isEachMailboxNamedOnce() {
    return mailboxes.stream().map(MailboxSettings::name).distinct().count() == mailboxes.size();
  }

  /** The register calls files by the name of their server, beside mails by that of their box. */
  @AssertTrue(message = "baosong.servers: each server has a name of its own, and no mailbox's")
  boolean isEachServerNamedOnce() {
    List<String> names =
        Stream.concat(
                servers.stream().map(ServerSettings::name),
                mailboxes.stream().map(MailboxSettings::name))
            .toList();
    return names.stream().distinct().count() == names.size();
  }

  /** Where the unit registry is read from. */
  public Path unitsFile() {
    return units == null ? forms.resolve("units.csv") : units;
  }

  /**
   * The office as letters name it where a package has no call yet; a call names its own.
   *
   * @param name name of the office
   * @param address postal address
   * @param phone whom to ring
   * @param email sender address of the letters
   */
  public record OfficeSettings(
      @DefaultValue("收件处") String name,
      @DefaultValue("") String address,
      @DefaultValue("") String phone,
      @DefaultValue("") String email) {}

  /**
   * The watched folder.
   *
   * @param quiet how long an entry must not have changed before it is taken
   * @param patience how long an archive without its end is waited for
   * @param pause real time between two looks at the folder
   * @param unfinished how long an upload under an unfinished name may rest before it is listed
   * @param hanging how long the file system may take for one step before the folder counts as
   *     hanging
   * @param letGo how long what was archived is kept for a writer that still holds it open
   */
  public record FolderSettings(
      @NotNull @DefaultValue("PT3S") Duration quiet,
      @NotNull @DefaultValue("PT2M") Duration patience,
      @NotNull @DefaultValue("PT1S") Duration pause,
      @NotNull @DefaultValue("PT6H") Duration unfinished,
      @NotNull @DefaultValue("PT30S") Duration hanging,
      @NotNull @DefaultValue("PT1M") Duration letGo) {}

  /**
   * The office's clock.
   *
   * @param offset added to the clock and to every observed time (training, replay of a past season)
   */
  public record ClockSettings(@NotNull @DefaultValue("PT0S") Duration offset) {}
}
