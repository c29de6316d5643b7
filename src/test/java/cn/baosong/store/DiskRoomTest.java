package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRoomTest {
  @TempDir private Path home;

  @Test
  void isOpenWhileTheDiskHasWhatIsHeldInReserve() {
    DiskRoom room = new DiskRoom(List.of(home), 1);
    assertThat(room.closed()).isEmpty();
    assertThat(room.usable()).isPositive();
  }

  @Test
  void closesWhenOneDiskHasLessAndNamesItByItsLastPartAlone() {
    DiskRoom room = new DiskRoom(List.of(home), Long.MAX_VALUE);
    assertThat(room.closed().orElseThrow())
        .contains("磁盘空间不足")
        .contains(home.getFileName().toString())
        .doesNotContain(home.toString());
  }
}
