package cn.baosong.core.notice;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Heading;
import cn.baosong.core.call.Office;
import cn.baosong.core.call.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who writes to whom about what: the facts that every letter has.
 *
 * @param house the office by the settings, for a delivery whose call is unknown
 */
record Letterhead(Wording wording, Optional<Office> house) {
  private static final int VERSION_SHOWN = 12;

  Facts facts(Delivery delivery) {
    Optional<Call> call = delivery.call();
    Optional<String> notice = call.map(this::notice);
    return new Facts()
        .put(Fact.NUMBER, delivery.submission().number().value())
        .put(Fact.UNIT, unitName(delivery))
        .put(Fact.NOTICE, notice)
        .put(
            Fact.MATERIAL,
            notice
                .map(title -> wording.say(Phrase.MATERIAL_OF_NOTICE, title))
                .orElseGet(() -> wording.say(Phrase.MATERIAL_UNKNOWN)))
        .put(Fact.OFFICE, officeName(delivery))
        .put(Fact.CONTACT, contact(office(delivery)))
        .put(Fact.ADDRESS, office(delivery).map(Office::address))
        .put(Fact.RETURN_POLICY, call.map(c -> c.returnPolicy().words()))
        .put(Fact.VERSION, call.map(this::version));
  }

  /** The same for a letter that answers no delivery. */
  Facts facts(Call call, Unit unit) {
    return new Facts()
        .put(Fact.UNIT, Shown.name(unit.name()))
        .put(Fact.NOTICE, notice(call))
        .put(Fact.MATERIAL, wording.say(Phrase.MATERIAL_OF_NOTICE, notice(call)))
        .put(Fact.OFFICE, officeName(office(Optional.of(call))))
        .put(Fact.CONTACT, contact(office(Optional.of(call))))
        .put(Fact.ADDRESS, office(Optional.of(call)).map(Office::address))
        .put(Fact.VERSION, version(call));
  }

  /** The registered name; else what the package says of itself, which binds nobody. */
  String addressee(Delivery delivery) {
    return unitName(delivery).orElseGet(() -> wording.say(Phrase.UNKNOWN_UNIT));
  }

  String officeName(Delivery delivery) {
    return officeName(office(delivery));
  }

  String officeName(Call call) {
    return officeName(office(Optional.of(call)));
  }

  private String officeName(Optional<Office> office) {
    return office.map(Office::name).orElseGet(() -> wording.say(Phrase.UNKNOWN_OFFICE));
  }

  List<String> recipients(Delivery delivery) {
    return delivery.unit().map(Unit::emails).orElse(List.of());
  }

  Map<String, String> ownWording(Delivery delivery) {
    return delivery.call().map(call -> call.letters().wording()).orElse(Map.of());
  }

  private static Optional<String> unitName(Delivery delivery) {
    return delivery
        .unit()
        .map(Unit::name)
        .or(() -> delivery.submission().stated().unitName())
        .filter(name -> !name.isBlank())
        .map(Shown::name);
  }

  private Optional<Office> office(Delivery delivery) {
    return office(delivery.call());
  }

  private Optional<Office> office(Optional<Call> call) {
    return call.map(Call::office).or(() -> house).filter(o -> !o.name().isBlank());
  }

  private String contact(Optional<Office> office) {
    return office
        .flatMap(Office::firstContact)
        .map(this::who)
        .orElseGet(() -> wording.say(Phrase.UNKNOWN_CONTACT));
  }

  private String who(Office.Contact contact) {
    String name = contact.role() + contact.name();
    return contact.phone().isBlank() ? name : wording.say(Phrase.CONTACT, name, contact.phone());
  }

  /** Title and number of a notice. */
  String notice(Call call) {
    Heading heading = call.heading();
    String number = heading.number().orElseGet(() -> wording.say(Phrase.NOT_STATED));
    return wording.say(Phrase.NOTICE, heading.title(), number);
  }

  private String version(Call call) {
    String version = call.version().value();
    return wording.say(
        Phrase.VERSION,
        call.id().value(),
        version.substring(0, Math.min(VERSION_SHOWN, version.length())));
  }
}
