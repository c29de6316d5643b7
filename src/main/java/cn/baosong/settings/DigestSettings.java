package cn.baosong.settings;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operators of the office are told once a day: what is broken, or that nothing is.
 *
 * @param to their addresses; nobody is written to when empty
 * @param at time of day in the office's zone
 */
public record DigestSettings(
    @NotNull @DefaultValue List<@Email String> to, @NotNull @DefaultValue("08:00") LocalTime at) {}
