package cn.baosong.desk;

import cn.baosong.core.call.Unit;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.SenderBinding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who speaks for which unit: by the registry of units, and by what clerks found. */
public final class Speakers {
  private final Units units;
  private final Senders senders;

  public Speakers(Units units, Senders senders) {
    this.units = units;
    this.senders = senders;
  }

  /** Who speaks by a mail, as it is known now. */
  public Sender of(Mail mail) {
    String author = Sender.authorOf(mail);
    return new Sender(author, Sender.proofOf(mail), voices(author));
  }

  /** The same sender, as it is known now for whom the address speaks. */
  Sender again(Sender sender) {
    return new Sender(sender.address(), sender.proof(), voices(sender.address()));
  }

  private List<Sender.Voice> voices(String address) {
    if (address.isEmpty()) {
      return List.of();
    }
    List<Sender.Voice> registered =
        units.at(address).stream()
            .map(unit -> new Sender.Voice(unit.code(), Optional.empty()))
            .toList();
    Stream<Sender.Voice> bound =
        senders.at(address).stream()
            .filter(b -> registered.stream().noneMatch(v -> v.unit().equals(b.unit())))
            .map(b -> new Sender.Voice(b.unit(), Optional.of(b.id())));
    return Stream.concat(registered.stream(), bound).toList();
  }

  /** The units that have an address in the registry. */
  public List<Unit> registeredAt(String address) {
    String key = Sender.key(address);
    return key.isEmpty() ? List.of() : units.at(key);
  }

  /** The unit with every address that is known to be its own; letters go to no other. */
  public Unit reachable(Unit unit) {
    List<String> registered = unit.emails().stream().map(Sender::key).toList();
    Stream<String> bound =
        senders.of(unit.code()).stream()
            .map(SenderBinding::address)
            .filter(address -> !registered.contains(address));
    return unit.at(Stream.concat(unit.emails().stream(), bound).toList());
  }
}
