package cn.baosong.core.check;

import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways by which files and parcels came, against those that the notice admits. */
record ChannelsUsed(UnitCase facts) {

  /** Files that came by no admitted channel. */
  Optional<Finding> of(Submission delivery) {
    return forbidden(delivery.receipts().stream().map(Receipt::channel).toList())
        .map(names -> finding(Subject.of(delivery.number()), names));
  }

  /** A candidate none of whose parcels came by an admitted channel. */
  Optional<Finding> of(Dossier dossier) {
    return forbidden(PapersOf.naming(dossier, facts).stream().map(PaperRecord::channel).toList())
        .map(names -> finding(Subject.of(dossier), names));
  }

  private Optional<String> forbidden(List<Channel> used) {
    return used.isEmpty() || !used.stream().allMatch(this::isForbidden)
        ? Optional.empty()
        : Optional.of(
            used.stream().distinct().map(Channel::chinese).collect(Collectors.joining("、")));
  }

  private boolean isForbidden(Channel channel) {
    return facts.call().admission().forbiddenChannels().contains(channel.code());
  }

  private Finding finding(Subject subject, String names) {
    return subject.finding(
        FindingCode.CHANNEL_NOT_ADMITTED,
        Outcome.REFER,
        new Ground("", facts.call().admission().channelClause()),
        names,
        "本通知不接受以“" + names + "”方式报送，请按通知载明的方式报送；本次收到时间已保留，由工作人员处理。");
  }
}
