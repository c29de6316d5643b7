package cn.baosong.desk;

import cn.baosong.core.submission.Opened;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a scan; whatever is wrong with it is told as a value, and nothing it holds can harm. */
public interface ScanReader {
  /**
   * @param original stored bytes
   * @param name display name as it arrived
   * @return the file as the only document; none where it could not be read
   * @throws IOException when our own side failed
   */
  Opened scan(Path original, String name) throws IOException;
}
