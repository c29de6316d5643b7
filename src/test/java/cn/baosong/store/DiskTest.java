package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
  @Test
  void asksTheSystemToForceBytesAndMetadata() throws IOException {
    WatchedChannel file = new WatchedChannel();
    new Disk().force(file);
    assertThat(file.forced).containsExactly(true);
  }

  @Test
  void forcesADirectoryByTheSameCallAsAFile(@TempDir Path folder) throws IOException {
    List<FileChannel> forced = new ArrayList<>();
    Disk disk =
        new Disk() {
          @Override
          void sync(FileChannel file) throws IOException {
            super.sync(file);
            forced.add(file);
          }
        };
    Path bytes = Files.write(folder.resolve("part"), new byte[] {1});
    disk.settle(bytes, folder.resolve("whole"));
    assertThat(forced).hasSize(1);
    disk.directories(folder, folder.resolve("a/b"));
    assertThat(forced).hasSize(4);
  }

  @Test
  void writesOnUntilTheSystemHasTakenEveryByte() throws IOException {
    WatchedChannel file = new WatchedChannel();
    new Disk().writeAll(file, ByteBuffer.wrap(new byte[] {1, 2, 3}));
    assertThat(file.written).isEqualTo(3);
  }
}
