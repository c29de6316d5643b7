package cn.baosong.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownSettingsTest {
  @Test
  void namesAMisspeltEnvironmentVariableAndAMisspeltSystemPropertyTogether() {
    assertThat(
            KnownSettings.unknownIn(
                List.of("BAOSONG_HOEM", "PATH", "BAOSONG_HOME"),
                List.of("baosong.foldr.quiet", "java.version", "baosong.folder.quiet")))
        .containsExactly("BAOSONG_HOEM", "baosong.foldr.quiet");
  }

  @Test
  void knowsAKeyInEachFormThatPeopleWriteIt() {
    assertThat(
            KnownSettings.unknownIn(
                List.of("BAOSONG_ADMIN_PASSWORD", "BAOSONG_ADMINPASSWORD", "BAOSONG_CLOCK_OFFSET"),
                List.of("baosong.adminPassword", "baosong.admin-password")))
        .isEmpty();
  }
}
