package crash;

import cn.baosong.faults.Drop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the rounds came to. */
final class Toll {
  final Map<String, Integer> kills = new TreeMap<>();
  final List<String> faults = new ArrayList<>();
  final long began = System.nanoTime();
  int rounds;
  int rests;

  void killed(String how) {
    kills.merge(how, 1, Integer::sum);
  }

  String told(List<Drop> drops) {
    return "rounds %d, at rest %d, kills %s, dropped %d %s, lost %d, doubled %d, other faults %d, minutes %d"
        .formatted(
            rounds,
            rests,
            kills,
            drops.size(),
            drops.stream()
                .collect(Collectors.groupingBy(Drop::story, TreeMap::new, Collectors.counting())),
            count("LOST"),
            count("DOUBLED"),
            faults.size() - count("LOST") - count("DOUBLED"),
            Duration.ofNanos(System.nanoTime() - began).toMinutes());
  }

  int count(String word) {
    return (int) faults.stream().filter(f -> f.contains(word)).count();
  }
}
