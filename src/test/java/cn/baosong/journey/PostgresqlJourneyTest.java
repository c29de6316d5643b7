package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DirtiesContext
class PostgresqlJourneyTest extends RunningOffice {
  private static final LocalDate BORN = LocalDate.of(1975, 6, 1);

  /** Ends with the virtual machine, after the office that uses it. */
  private static final EmbeddedPostgres DATABASE = started();

  @DynamicPropertySource
  static void onPostgresql(DynamicPropertyRegistry registry) {
    at("2020-03-16T09:00:00+08:00", registry);
    registry.add("spring.datasource.url", () -> DATABASE.getJdbcUrl("postgres", "postgres"));
    registry.add("spring.datasource.username", () -> "postgres");
    registry.add("baosong.database", () -> "postgresql");
  }

  @Test
  void goesTheSameWayOnAnotherDatabase() throws IOException {
    HandMade march =
        HandMade.of("sx-bqw-2020", "11999901MB00000012", "示例市人力资源和社会保障局")
            .candidate("周九", Identities.of(BORN, 11), BORN);
    Digest first = drop(march, "first.zip");
    Submission submission = once(first, SubmissionState.PROCESSED);
    assertThat(dossiersOf(submission))
        .extracting(Dossier::state)
        .containsExactly(DossierState.ACCEPTED);
    assertThat(letter(submission, "ACCEPTANCE")).contains("周九");

    Digest again = drop(march.with("01-周九/成果证明.pdf", HandMade.pdf(1)), "again.zip");
    Submission later = once(again, SubmissionState.PROCESSED);
    assertThat(dossiersOf(later)).extracting(Dossier::state).containsExactly(DossierState.ACCEPTED);
    List<Dossier> before = dossiersOf(submission);
    assertThat(before).extracting(Dossier::state).containsExactly(DossierState.SUPERSEDED);
  }

  private static EmbeddedPostgres started() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
