package cn.baosong.reader.apart;

/** How a reader was lost. */
public enum Loss {
  /** It took longer over one part than the settings allow, and was ended. */
  TIME,
  /** It needed more memory than the settings allow, and ended itself. */
  MEMORY,
  /** It ended for another reason, or said something that is no answer. */
  DIED
}
