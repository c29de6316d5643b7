package cn.baosong.reader.pack;

import cn.baosong.reader.archive.Entry;

/**
 * Stands by while a package is read: is told what is parsed next, and may know better than to have
 * a file parsed again.
 */
public interface ReadingWatch {
  /** Nobody stands by. */
  ReadingWatch NONE =
      new ReadingWatch() {
        @Override
        public void goesOn() {}

        @Override
        public boolean mayRead(Entry file) {
          return true;
        }
      };

  /** All files lie unpacked, and one more step is taken that may be long but comes to an end. */
  void goesOn();

  /**
   * Whether a file may be parsed; false for one at which a reader was lost before, which is then a
   * person's.
   */
  boolean mayRead(Entry file);
}
