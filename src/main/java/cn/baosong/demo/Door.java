package cn.baosong.demo;

import cn.baosong.core.submission.Digest;
import java.io.IOException;

/** A way by which a unit's package reaches the office. */
public interface Door {
  /**
   * Brings the package of a scene; gives back the digest of the bytes that the office will find.
   */
  Digest bring(Scene scene) throws IOException;
}
