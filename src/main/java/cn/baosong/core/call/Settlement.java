package cn.baosong.core.call;

import java.time.LocalDate;

/** Who settled an ambiguity of the notice, when and why. */
public record Settlement(String by, LocalDate on, String reason) {}
