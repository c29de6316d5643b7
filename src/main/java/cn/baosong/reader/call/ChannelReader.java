package cn.baosong.reader.call;

import cn.baosong.core.submission.Channel;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The channels that a notice does not admit: said of all together, or of the paper and of the files
 * apart, so that 只收快递 of the paper does not shut the mailbox.
 */
record ChannelReader(Entry channels) {
  private static final String ADMITTED = "admitted";
  private static final String FORBIDDEN = "forbidden";

  Set<String> forbidden() {
    Entry paper = channels.at("paper");
    Entry electronic = channels.at("electronic");
    boolean apart = paper.isPresent() || electronic.isPresent();
    for (String word : List.of(ADMITTED, FORBIDDEN)) {
      if (apart && channels.at(word).isPresent()) {
        channels
            .at(word)
            .fault("纸质、电子分开写了，就不能再合写", "said of paper and files apart, not together as well");
      }
    }
    Set<String> forbidden = new LinkedHashSet<>(forbidden(channels, c -> true));
    forbidden.addAll(forbidden(paper, Channel::isPaper));
    forbidden.addAll(forbidden(electronic, c -> !c.isPaper()));
    return forbidden;
  }

  private static Set<String> forbidden(Entry part, Predicate<Channel> of) {
    if (!part.at(ADMITTED).isPresent()) {
      return part.set(FORBIDDEN);
    }
    if (part.at(FORBIDDEN).isPresent()) {
      part.at(FORBIDDEN).fault("admitted 与 forbidden 只能写一个", "write admitted or forbidden");
    }
    Set<String> admitted = part.set(ADMITTED);
    return Arrays.stream(Channel.values())
        .filter(of)
        .map(Channel::code)
        .filter(code -> !admitted.contains(code))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
