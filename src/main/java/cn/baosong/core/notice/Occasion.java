package cn.baosong.core.notice;

import java.time.Instant;

/** When letters are written, and what numbers them. */
public record Occasion(Instant moment, LetterNumbering numbering) {}
