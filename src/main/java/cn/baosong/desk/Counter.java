package cn.baosong.desk;

import cn.baosong.core.submission.SubmissionNumber;
import java.io.IOException;
import java.io.InputStream;

/** Takes a package in over the counter of the web: the door that every other channel enters by. */
public interface Counter {
  /**
   * Receives a package; when this returns it is durable and has its number. The same bytes get the
   * number they already have.
   *
   * @throws IOException when it could not be made durable; nothing is registered then
   */
  SubmissionNumber receive(Arrival arrival, InputStream bytes) throws IOException;
}
