package cn.baosong.settings;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a package may hold; beyond it the unit is asked to send less, its time kept.
 *
 * @param packageBytes all files of a package, unpacked
 * @param entries files in a package
 * @param ratio unpacked to packed size, once beyond 10 MB
 * @param depth folders within folders
 * @param nameLength characters of one name
 * @param pages pages of a PDF that are counted
 * @param readers processes that read packages side by side, and one more for what is read when no
 *     other waits; as many as there are cores, two at most, when 0
 * @param readerMemory heap of one of them
 * @param readerTime for one file, or for unpacking without progress
 * @param packageTime for reading a package as a whole
 * @param atOnceTime processor time within which a package is read in its turn; beyond it, it is
 *     read when no other waits
 * @param atOnceEntries files within which the same is so
 * @param atOnceBytes bytes, packed or unpacked, within which the same is so
 * @param reserve free space on the office's disks below which nothing more is taken in
 * @param parts how long the other mails or files of a package “1/3” are waited for before a person
 *     is asked
 * @param transit how much older an untrusted stamp of a mail may be and still count as in transit
 */
public record LimitSettings(
    @NotNull @DefaultValue("4GB") DataSize packageBytes,
    @Min(1) @DefaultValue("20000") int entries,
    @Min(2) @DefaultValue("200") int ratio,
    @Min(1) @DefaultValue("32") int depth,
    @Min(32) @DefaultValue("255") int nameLength,
    @Min(1) @DefaultValue("2000") int pages,
    @Min(0) @DefaultValue("0") int readers,
    @NotNull @DefaultValue("256MB") DataSize readerMemory,
    @NotNull @DefaultValue("PT1M") Duration readerTime,
    @NotNull @DefaultValue("PT10M") Duration packageTime,
    @NotNull @DefaultValue("PT5S") Duration atOnceTime,
    @Min(1) @DefaultValue("300") int atOnceEntries,
    @NotNull @DefaultValue("256MB") DataSize atOnceBytes,
    @NotNull @DefaultValue("256MB") DataSize reserve,
    @NotNull @DefaultValue("PT4H") Duration parts,
    @NotNull @DefaultValue("PT2H") Duration transit) {

  private static final int MOST_READERS = 2;

  /** How many processes read packages in their turn. */
  public int readersHere() {
    return readers > 0
        ? readers
        : Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors());
  }
}
