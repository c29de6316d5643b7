package cn.baosong.architecture.offender.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A desk that turns every fault into silence. */
public final class SwallowsEverything {
  int first(byte[] bytes) {
    try {
      return bytes[0];
    } catch (Throwable everything) {
      return 0;
    }
  }

  int closes(byte[] bytes) throws IOException {
    try (InputStream stream = new ByteArrayInputStream(bytes)) {
      return stream.read();
    }
  }
}
