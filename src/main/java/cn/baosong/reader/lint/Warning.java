package cn.baosong.reader.lint;

/**
 * A note to the author of a call, with its place and in both languages.
 *
 * @param line counted from 1
 * @param key path of the key, such as {@code deadlines[0].date}
 */
public record Warning(WarningCode code, String file, int line, String key, String zh, String en) {}
