package cn.baosong.core.call;

/**
 * Why a call does not take effect: a place that its author can open, and a sentence in both
 * languages.
 *
 * @param file name of the file within the folder of the call
 * @param line counted from 1; 0 when the fault concerns the whole file
 * @param key path of the key, such as {@code deadlines[0].date}; empty for the whole file
 * @param zh one sentence in Chinese
 * @param en the same in English
 */
public record CallFault(String file, int line, String key, String zh, String en) {
  @Override
  public String toString() {
    return file + ":" + line + " " + key + " " + zh + " (" + en + ")";
  }
}
