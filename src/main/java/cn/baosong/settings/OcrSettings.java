package cn.baosong.settings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Reading scanned forms by Tesseract, where it is installed; without it people key them in.
 *
 * @param enabled whether it is used at all
 * @param command the program, by name or path
 * @param language of the forms
 * @param time for the cells of one form, and for cutting them out
 * @param memory that the program may address
 */
public record OcrSettings(
    @DefaultValue("true") boolean enabled,
    @NotBlank @DefaultValue("tesseract") String command,
    @NotBlank @DefaultValue("chi_sim") String language,
    @NotNull @DefaultValue("PT2M") Duration time,
    @NotNull @DefaultValue("1GB") DataSize memory) {}
