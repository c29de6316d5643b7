package cn.baosong.reader.bag;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What checking a bag brought to light.
 *
 * @param faults empty when the bag is valid
 * @param info bag-info.txt by label in the order written; a label may stand several times. All of
 *     it is claimed by the sender, Bagging-Date too (class C)
 */
public record BagCheck(List<BagFault> faults, Map<String, List<String>> info) {
  public BagCheck {
    faults = List.copyOf(faults);
    info = Collections.unmodifiableMap(new LinkedHashMap<>(info));
  }

  public boolean valid() {
    return faults.isEmpty();
  }

  /** The first value of a label, in whatever case it is written. */
  public Optional<String> info(String label) {
    return info.entrySet().stream()
        .filter(e -> e.getKey().equalsIgnoreCase(label))
        .flatMap(e -> e.getValue().stream())
        .findFirst();
  }
}
