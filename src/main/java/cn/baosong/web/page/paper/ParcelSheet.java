package cn.baosong.web.page.paper;

import cn.baosong.core.dossier.Cover;
import cn.baosong.web.api.EventView;
import cn.baosong.web.api.OriginalView;
import java.util.List;
import java.util.Optional;

/**
 * What the page of one parcel shows.
 *
 * @param ofUnit copies of what the unit encloses once for all
 */
public record ParcelSheet(
    PaperLines.Line line,
    List<Cover> covers,
    List<Person> people,
    List<Count> ofUnit,
    List<OriginalView> originals,
    List<EventView> timeline) {

  /**
   * Somebody in the parcel.
   *
   * @param dossier the one that the paper was filed to; empty when several may be meant
   * @param copies what the call wants of each material, beside what came
   */
  public record Person(String name, Optional<Filed> dossier, List<Count> copies) {}

  /** Where somebody's paper went, and how that stands. */
  public record Filed(String number, String publicId, String state) {}

  /**
   * Copies of one material.
   *
   * @param due as the call wants it
   * @param came empty where nobody counted
   */
  public record Count(String material, int due, Optional<Integer> came, boolean originals) {
    public boolean isShort() {
      return came.isPresent() && came.get() < due;
    }
  }
}
