package cn.baosong.browser;

import cn.baosong.journey.Invented;
import cn.baosong.journey.OwnForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * One running office for all tests by the browser, on a morning in March 2020, with the shipped
 * calls and the invented one. They share it: a test makes its own people, counts nothing that
 * others add to, and changes no call that others use.
 */
abstract class BrowserOffice extends BrowsedOffice {
  /** The shipped routes, where a test may edit them. */
  static final Path ROUTES = OwnForms.copied(Path.of("routes"));

  @DynamicPropertySource
  static void onAMarchMorning(DynamicPropertyRegistry registry) {
    at("2020-03-16T09:00:00+08:00", registry);
    Path forms = OwnForms.copied(Path.of("forms"));
    try {
      Invented.laidInto(forms, Invented.MAIN);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
    registry.add("baosong.forms", forms::toString);
    registry.add("baosong.routes", ROUTES::toString);
  }
}
