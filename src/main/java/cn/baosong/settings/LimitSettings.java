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
 * @param transit how much older an untrusted stamp of a mail may be and still count as in transit
 */
public record LimitSettings(
    @NotNull @DefaultValue("4GB") DataSize packageBytes,
    @Min(1) @DefaultValue("20000") int entries,
    @Min(2) @DefaultValue("200") int ratio,
    @Min(1) @DefaultValue("32") int depth,
    @Min(32) @DefaultValue("255") int nameLength,
    @Min(1) @DefaultValue("2000") int pages,
    @NotNull @DefaultValue("PT2H") Duration transit) {}
