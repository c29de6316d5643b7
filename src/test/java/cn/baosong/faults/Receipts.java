package cn.baosong.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arrivals that the journal tells of.
 *
 * @param byName every arrival under the name that it was dropped by
 */
record Receipts(Map<String, List<Arrival>> byName) {
  /** One arrival, as the record of a submission states it. */
  record Arrival(String submission, String id, String name, String digest) {}

  static Receipts of(Chain chain) {
    Map<String, List<Arrival>> byName = new LinkedHashMap<>();
    chain
        .latest("SUBMISSION")
        .forEach(
            (number, line) -> {
              for (JsonNode receipt : line.state().path("receipts")) {
                Arrival arrival =
                    new Arrival(
                        number,
                        receipt.path("id").asText(),
                        receipt.path("name").asText(),
                        receipt.path("digest").asText());
                byName.computeIfAbsent(arrival.name(), n -> new ArrayList<>()).add(arrival);
              }
            });
    return new Receipts(byName);
  }

  List<Arrival> of(Drop drop) {
    return byName.getOrDefault(drop.name(), List.of());
  }

  List<Arrival> all() {
    return byName.values().stream().flatMap(List::stream).toList();
  }
}
