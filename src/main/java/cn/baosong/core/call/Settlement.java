package cn.baosong.core.call;

import java.time.LocalDate;

/**
 * Who settled an ambiguity of the notice, when and why.
 *
 * @param reading the one that applies since
 */
public record Settlement(String reading, String by, LocalDate on, String reason) {}
