package cn.baosong.core.check;

import cn.baosong.core.call.Quota;
import cn.baosong.core.check.Subject.Ground;
import java.util.List;

/**
 * A quota that all units share, counted over all of them. Who of several units falls away no notice
 * says, so that it is only ever remarked on (decisions 10).
 */
record PoolCount(Quota pool, Counted counted) {

  List<Finding> findings() {
    int own = counted.of(pool.category()).size();
    int all = own + counted.succession().facts().elsewhere().in(pool);
    return pool.limit()
        .filter(limit -> own > 0 && all > limit)
        .map(limit -> told(all + "名", sentence(limit, all, own)))
        .orElse(List.of());
  }

  private String sentence(int limit, int all, int own) {
    return "%s指标%d名由各报送单位合用，目前各单位合计推荐%d名（本单位%d名），仅作提示。"
        .formatted(pool.category().map(c -> "“" + c + "”").orElse("推荐"), limit, all, own);
  }

  private List<Finding> told(String observed, String sentence) {
    Ground ground = new Ground(pool.id(), pool.clause());
    return counted.of(pool.category()).stream()
        .flatMap(List::stream)
        .filter(d -> d.state().isOpen() && !d.ruled())
        .map(
            d ->
                Subject.of(d)
                    .finding(
                        FindingCode.QUOTA_EXCEEDED, Outcome.REMARK, ground, observed, sentence))
        .toList();
  }
}
