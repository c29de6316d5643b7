package cn.baosong.reader.feel;

/** Why an expression is refused, in both languages. */
public record Problem(String zh, String en) {}
