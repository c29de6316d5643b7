package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Material;
import cn.baosong.core.check.Copies;
import cn.baosong.core.dossier.Original;
import cn.baosong.core.dossier.Original.Move;
import cn.baosong.core.dossier.Original.Step;
import cn.baosong.core.dossier.PaperRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Keeps the log of originals: taken in, put somewhere, lent, given back, returned to the unit. */
public final class CustodyDesk {
  private final Originals originals;
  private final Clock clock;

  public CustodyDesk(Originals originals, Clock clock) {
    this.originals = originals;
    this.clock = clock;
  }

  /** Takes in what was counted of a parcel where the call has originals travel. */
  void takeIn(PaperRecord paper, Call call, String user) {
    List<Material> kept = call.materials().stream().filter(Material::originals).toList();
    int serial = 0;
    for (PaperRecord.Candidate person : paper.candidates()) {
      for (Material material : kept) {
        int sets = Copies.came(material, person.copies(), call.materials());
        if (sets > 0) {
          enter(paper, ++serial, person.name(), new What(material.name(), sets), user);
        }
      }
    }
  }

  private record What(String material, int sets) {}

  private void enter(PaperRecord paper, int serial, String person, What what, String user) {
    Original original =
        new Original(
            "%s-%03d".formatted(paper.number(), serial),
            paper.number(),
            paper.call(),
            paper.unit(),
            person,
            what.material(),
            what.sets(),
            List.of(new Move(Step.TAKEN_IN, clock.instant(), user, "收发室", "")),
            1);
    originals.save(
        original,
        new Act(Act.Kind.ORIGINAL_KEPT, user, what.material() + " " + what.sets() + " 套"));
  }

  /**
   * What happens to originals next.
   *
   * @param where the place they are put, or whoever takes them; needed for all but giving back
   * @param expectedVersion of the log as it was looked at
   */
  public record Entry(Step step, String where, String note, int expectedVersion) {}

  /**
   * Writes one entry into the log.
   *
   * @throws Refusal when they are not there, or it is not said where they go
   */
  public Original move(String id, Entry entry, String user) {
    Original original =
        originals
            .find(id)
            .orElseThrow(() -> Refusal.notFound("id", "没有这份原件。", "There are no such originals."));
    if (original.version() != entry.expectedVersion()) {
      throw Refusal.conflict(
          "expectedVersion",
          "这份原件刚有新的流转记录，请看过再办。",
          "Something was entered into this log meanwhile; look at it first.");
    }
    if (!original.next().contains(entry.step())) {
      throw Refusal.conflict(
          "step",
          original.state() == Original.State.RETURNED ? "原件已退还，不能再办。" : "原件已借出，先收回再办。",
          original.state() == Original.State.RETURNED
              ? "The originals are returned."
              : "The originals are lent; take them back first.");
    }
    boolean named = !entry.where().isBlank();
    if (!named && entry.step() != Step.GIVEN_BACK) {
      throw Refusal.invalid(
          "where",
          entry.step() == Step.MOVED ? "请写存放的地方。" : "请写交给了谁。",
          entry.step() == Step.MOVED ? "Say where they are put." : "Say who takes them.");
    }
    return write(original, entry.step(), named ? entry.where().strip() : "收发室", entry.note(), user);
  }

  private Original write(Original original, Step step, String where, String note, String user) {
    Original after = original.with(new Move(step, clock.instant(), user, where, note.strip()));
    originals.save(
        after,
        new Act(
            Act.Kind.ORIGINAL_MOVED,
            user,
            (words(step) + " " + where + " " + note.strip()).strip()));
    return after;
  }

  private static String words(Step step) {
    return switch (step) {
      case TAKEN_IN -> "入库";
      case MOVED -> "移放到";
      case LENT -> "借给";
      case GIVEN_BACK -> "收回到";
      case RETURNED -> "退还";
    };
  }

  /** Sends along what a parcel holds to the office that the parcel goes to. */
  void sendAlong(PaperRecord paper, String to, String user) {
    originals.of(paper.number()).stream()
        .filter(o -> o.state() == Original.State.KEPT)
        .forEach(o -> write(o, Step.RETURNED, to, "随件移送", user));
  }

  /** Follows a parcel to its right call and unit. */
  void follow(PaperRecord moved, String user) {
    originals
        .of(moved.number())
        .forEach(
            o ->
                originals.save(
                    o.of(moved.call(), moved.unit()),
                    new Act(Act.Kind.ORIGINAL_MOVED, user, "随件转入")));
  }

  /** Originals of a parcel that are not back with their unit; the first of them. */
  Optional<Original> outstanding(PaperRecord paper) {
    return originals.of(paper.number()).stream()
        .filter(o -> o.state() != Original.State.RETURNED)
        .findFirst();
  }
}
