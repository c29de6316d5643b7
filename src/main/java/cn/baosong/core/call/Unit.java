package cn.baosong.core.call;

import java.util.List;
import java.util.Optional;

/**
 * A unit (推荐单位) of the registry.
 *
 * @param kinds its kinds in the words of the calls; a call takes the first that it knows
 * @param emails registered addresses, the only ones that letters go to
 */
public record Unit(
    UnitCode code,
    String name,
    List<String> aliases,
    List<String> kinds,
    List<String> emails,
    String contact,
    String phone,
    String note) {
  public Unit {
    aliases = List.copyOf(aliases);
    kinds = List.copyOf(kinds);
    emails = List.copyOf(emails);
  }

  /** The same unit with other addresses. */
  public Unit at(List<String> addresses) {
    return new Unit(code, name, aliases, kinds, addresses, contact, phone, note);
  }

  /**
   * The kind that a call knows this unit by: named by the call itself, else the first registered
   * one it admits.
   */
  public Optional<String> kindIn(Call call) {
    return Optional.ofNullable(call.admission().units().get(code.value()))
        .or(
            () ->
                kinds.stream()
                    .filter(
                        k ->
                            call.admission().kinds().containsKey(k)
                                || call.admission().redirected().containsKey(k))
                    .findFirst());
  }
}
