package cn.baosong.store;

import cn.baosong.desk.Drill;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Tells a drill of every write, force and rename, and of the middle of every write. */
final class DrilledDisk extends Disk {
  private final Drill drill;
  private final String of;

  /**
   * @param of what is written: {@code archive} or {@code journal}
   */
  DrilledDisk(Drill drill, String of) {
    this.drill = drill;
    this.of = of;
  }

  @Override
  void force(FileChannel file) throws IOException {
    reach("/force/before");
    super.force(file);
    reach("/force/after");
  }

  @Override
  void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
    reach("/write/before");
    int end = bytes.limit();
    bytes.limit(bytes.position() + bytes.remaining() / 2);
    super.writeAll(file, bytes);
    reach("/write/half");
    bytes.limit(end);
    super.writeAll(file, bytes);
    reach("/write/after");
  }

  @Override
  void forceNames(Path directory) throws IOException {
    reach("/names/before");
    super.forceNames(directory);
    reach("/names/after");
  }

  @Override
  void name(Path temporary, Path target) throws IOException {
    reach("/rename/before");
    super.name(temporary, target);
    reach("/rename/after");
  }

  private void reach(String step) {
    drill.reach(of + step);
  }
}
