package cn.baosong.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.baosong.camel.route.BrokenRoutes;
import cn.baosong.desk.route.RouteFault;
import cn.baosong.store.AnotherProcess;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class WhyNotStartedTest {
  @TempDir Path home;

  private static String told(Throwable failure) {
    return SpringFactoriesLoader.forDefaultResourceLocation()
        .load(FailureAnalyzer.class, (type, name, needsMore) -> {})
        .stream()
        .filter(WhyNotStarted.class::isInstance)
        .map(analyzer -> analyzer.analyze(new BeanCreationException("journal", failure)))
        .filter(Objects::nonNull)
        .map(FailureAnalysis::getDescription)
        .findFirst()
        .orElse("");
  }

  @Test
  void tellsThatAnotherOfficeWritesTheJournal() {
    assertThat(told(new AnotherProcess("/srv/var/journal")))
        .contains("/srv/var/journal", "另一个报送进程", "another process");
  }

  @Test
  void tellsThatAnotherOfficeHasTheEmbeddedDatabaseOpen() throws Exception {
    Path file = home.resolve("baosong.mv.db");
    try (FileChannel theirs =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      theirs.lock();
      Throwable refused =
          catchThrowable(
              () -> DriverManager.getConnection("jdbc:h2:file:" + home.resolve("baosong")));
      assertThat(told(refused)).contains("另一个报送进程", "baosong.home");
    }
  }

  @Test
  void tellsEachFaultOfTheRoutesWithItsPlace() {
    RouteFault typo =
        new RouteFault("decide.camel.yaml", 12, RouteFault.Problem.NO_BEAN, "decider", "no bean");
    RouteFault twice =
        new RouteFault("hold-dossier.camel.yaml", 3, RouteFault.Problem.DOUBLE_ID, "hold", "twice");
    assertThat(told(new BrokenRoutes(List.of(typo, twice))))
        .contains("routes/decide.camel.yaml:12 NO_BEAN", "routes/hold-dossier.camel.yaml:3");
  }

  @Test
  void leavesWhatItDoesNotKnowToOthers() {
    assertThat(told(new IllegalStateException("else"))).isEmpty();
  }
}
