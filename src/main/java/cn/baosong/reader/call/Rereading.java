package cn.baosong.reader.call;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.Otherwise;
import cn.baosong.core.call.Settlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads one call under every reading that its ambiguities leave it. */
final class Rereading {
  /** So a case is assessed a bounded number of times, however many questions stand open. */
  private static final int MOST_IN_PLAY = 16;

  /** How a case of {@code cases.yaml} says that a question is open. */
  static final String OPEN = "open";

  private final Entry root;
  private final List<Ambiguity> ambiguities;
  private final Set<String> named;
  private final BiFunction<List<Ambiguity>, Under, Call> reader;

  /**
   * @param reader reads the call with its ambiguities settled so, and with the items that apply
   */
  Rereading(
      Entry root, List<Ambiguity> ambiguities, BiFunction<List<Ambiguity>, Under, Call> reader) {
    this.root = root;
    this.ambiguities = ambiguities;
    this.named = Under.named(root);
    this.reader = reader;
  }

  /** The call as it is settled, with the other readings of open and of settled questions. */
  Call call() {
    List<Otherwise> otherwise = new ArrayList<>();
    Call call = inPlay(ambiguities, otherwise);
    for (Ambiguity settled : ambiguities) {
      if (named.contains(settled.id()) || Options.acts(settled.key())) {
        settled.settlement().ifPresent(standing -> otherwise.addAll(instead(settled, standing)));
      }
    }
    return call.besides(otherwise);
  }

  /** What applies as it is settled, and proposed where it is not. */
  Under base() {
    return new Under(chosen(ambiguities));
  }

  /** The call as a case pins its questions: to a reading, or open. */
  Call pinned(Map<String, String> pins) {
    List<Ambiguity> pinned =
        ambiguities.stream()
            .map(a -> pins.containsKey(a.id()) ? pin(a, pins.getOrDefault(a.id(), "")) : a)
            .toList();
    List<Otherwise> otherwise = new ArrayList<>();
    return inPlay(pinned, otherwise).besides(otherwise);
  }

  private static Ambiguity pin(Ambiguity ambiguity, String reading) {
    return ambiguity.readings().contains(reading)
        ? ambiguity.with(Optional.of(new Settlement(reading, "cases.yaml", LocalDate.EPOCH, "-")))
        : ambiguity.with(Optional.empty());
  }

  private Call inPlay(List<Ambiguity> all, List<Otherwise> otherwise) {
    Map<String, String> base = chosen(all);
    List<Ambiguity> open =
        all.stream().filter(a -> named.contains(a.id()) && !a.isSettled()).toList();
    for (Map<String, String> other : combinations(open, base)) {
      List<Ambiguity> departs =
          open.stream().filter(a -> !Objects.equals(other.get(a.id()), base.get(a.id()))).toList();
      if (!departs.isEmpty()) {
        otherwise.add(new Otherwise(departs, true, reader.apply(all, new Under(other))));
      }
    }
    return reader.apply(all, new Under(base));
  }

  private List<Map<String, String>> combinations(List<Ambiguity> open, Map<String, String> base) {
    List<Map<String, String>> all = List.of(base);
    for (Ambiguity ambiguity : open) {
      if (all.size() * ambiguity.readings().size() > MOST_IN_PLAY) {
        root.at("ambiguities")
            .fault(
                "带 under 而未定的歧义太多（各种读法合起来超过" + MOST_IN_PLAY + "种），请先认定几处",
                "too many open ambiguities with items under them; settle some");
        return all;
      }
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> before : all) {
        ambiguity.readings().forEach(reading -> more.add(with(before, ambiguity, reading)));
      }
      all = more;
    }
    return all;
  }

  private List<Otherwise> instead(Ambiguity settled, Settlement standing) {
    return settled.readings().stream()
        .filter(reading -> !reading.equals(standing.reading()))
        .map(reading -> instead(settled, standing, reading))
        .toList();
  }

  private Otherwise instead(Ambiguity settled, Settlement standing, String reading) {
    Ambiguity other =
        settled.with(
            Optional.of(new Settlement(reading, standing.by(), standing.on(), standing.reason())));
    List<Ambiguity> all = ambiguities.stream().map(a -> a.equals(settled) ? other : a).toList();
    return new Otherwise(
        List.of(settled),
        false,
        reader.apply(all, new Under(with(chosen(ambiguities), settled, reading))));
  }

  private static Map<String, String> with(
      Map<String, String> before, Ambiguity ambiguity, String reading) {
    Map<String, String> after = new HashMap<>(before);
    after.put(ambiguity.id(), reading);
    return after;
  }

  /** Items of an open question stand as proposed, beside the alternatives in play. */
  private static Map<String, String> chosen(List<Ambiguity> all) {
    Map<String, String> chosen = new HashMap<>();
    all.forEach(
        a -> chosen.put(a.id(), a.settlement().map(Settlement::reading).orElse(a.proposed())));
    return chosen;
  }
}
