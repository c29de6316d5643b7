package cn.baosong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatchAllTest {
  @Test
  void nobodyInsideSwallowsEverything() {
    Path house = Path.of("src/main/java/cn/baosong");
    assertThat(house.resolve("core")).isDirectory();
    assertThat(CatchAll.within(house)).isEmpty();
  }

  @Test
  void catchesADeskThatSwallowsEverythingAndSparesOneThatCloses() {
    assertThat(CatchAll.within(Path.of("src/test/java/cn/baosong/architecture/offender")))
        .containsExactly("SwallowsEverything.java: catch (Throwable everything)");
  }
}
