package cn.baosong.web.page.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What somebody asked the inbox for, as it was typed; it stands whole in the address of the page.
 *
 * @param q words to search for
 * @param from day of registration, the first
 * @param to day of registration, the last
 */
public record InboxForm(
    @Nullable String state,
    @Nullable String call,
    @Nullable String unit,
    @Nullable String channel,
    @Nullable String q,
    @Nullable String from,
    @Nullable String to) {

  /** A field that says something. */
  static Optional<String> said(@Nullable String typed) {
    return Optional.ofNullable(typed).map(String::strip).filter(t -> !t.isEmpty());
  }

  /** Whether anything but the state is asked for. */
  public boolean narrows() {
    return Stream.of(call, unit, channel, q, from, to).anyMatch(typed -> said(typed).isPresent());
  }

  /** The address of a page that is narrowed like this. */
  public String at(String path) {
    return address(path).build().toUriString();
  }

  /** The address of the inbox in this state and nothing else. */
  public String stateOnly() {
    return new InboxForm(state, null, null, null, null, null, null).at("/");
  }

  /** The same in another state. */
  public String at(String path, @Nullable String otherState) {
    return in(otherState).at(path);
  }

  /** The same, beginning or ending at a place of the list. */
  String at(String path, String edge, String place) {
    return address(path).queryParam(edge, place).build().toUriString();
  }

  private UriComponentsBuilder address(String path) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    add(address, "state", state);
    add(address, "call", call);
    add(address, "unit", unit);
    add(address, "channel", channel);
    add(address, "q", q);
    add(address, "from", from);
    add(address, "to", to);
    return address;
  }

  /** A value is no template, and its signs no separators. */
  private static void add(UriComponentsBuilder address, String name, @Nullable String typed) {
    said(typed)
        .ifPresent(t -> address.queryParam(name, UriUtils.encode(t, StandardCharsets.UTF_8)));
  }

  /** The same in another state. */
  InboxForm in(@Nullable String other) {
    return new InboxForm(other, call, unit, channel, q, from, to);
  }
}
