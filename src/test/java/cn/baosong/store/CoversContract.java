package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.Cover;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Document;
import cn.baosong.desk.Act;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The photos of covers, and how each finds its parcel. */
interface CoversContract {
  Act TAKEN = new Act(Act.Kind.COVER_TAKEN, "clerk1", "");

  StoreFixture store();

  private SqlCovers covers() {
    return new SqlCovers(store().book());
  }

  @Test
  default void findsTheParcelByItsItemNumberWhicheverCameFirst() {
    Cover early = photo("a", "1234567890123");
    covers().save(early, TAKEN);
    assertThat(covers().waiting(10)).containsExactly(early);

    PaperRecord parcel = Samples.paper(1);
    store().papers().save(parcel, TAKEN);
    assertThat(covers().waiting(10)).isEmpty();
    assertThat(covers().of(parcel.number())).containsExactly(early);
  }

  @Test
  default void keepsAPhotoWithTheParcelThatAPersonNamed() {
    PaperRecord parcel = Samples.paper(1);
    store().papers().save(parcel, TAKEN);
    covers().save(photo("a", ""), TAKEN);
    assertThat(covers().of(parcel.number())).isEmpty();

    Cover named = photo("a", "").of(parcel.number());
    covers().save(named, TAKEN);
    assertThat(covers().of(parcel.number())).containsExactly(named);
    assertThat(covers().waiting(10)).isEmpty();
  }

  @Test
  default void readsThePhotosOfAParcelByAnIndex() {
    assertThat(Plans.of(store(), jdbc -> covers(jdbc).of(Samples.paper(1).number())))
        .contains("cover_of_parcel")
        .doesNotContain("tablescan", "seq scan");
    assertThat(Plans.of(store(), jdbc -> covers(jdbc).waiting(10)))
        .contains("cover_of_parcel", "paper_of_item")
        .doesNotContain("tablescan", "seq scan");
  }

  private SqlCovers covers(org.springframework.jdbc.core.simple.JdbcClient jdbc) {
    return new SqlCovers(new Book(jdbc, store().manager(), store().mapper, store().clock));
  }

  private static Cover photo(String id, String item) {
    return new Cover(
        id,
        new Document("封面.jpg", 10, Samples.digest(9), Optional.empty()),
        Cover.Kind.JPEG,
        item,
        Optional.empty(),
        Optional.empty(),
        "clerk1",
        StoreFixture.NOW);
  }
}
