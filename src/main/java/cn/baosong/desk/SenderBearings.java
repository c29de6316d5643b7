package cn.baosong.desk;

import cn.baosong.core.call.Unit;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Sender;
import java.util.List;
import java.util.Optional;

/**
 * Whose a mail is: the unit's for which its sender is known to speak. An address may speak for
 * several; then the list says for which, or the subject, or a clerk.
 */
final class SenderBearings {
  private final Sender sender;
  private final List<Unit> own;
  private final Mentions mentions;

  SenderBearings(Sender sender, Units units, Mentions mentions) {
    this.sender = sender;
    this.own = sender.voices().stream().flatMap(v -> units.find(v.unit()).stream()).toList();
    this.mentions = mentions;
  }

  /**
   * @param listed the units that the package itself names
   */
  Whose of(List<Unit> listed, Optional<Mail> mail) {
    if (!sender.isVerified()) {
      return Whose.doubted(FindingCode.SENDER_NOT_VERIFIED, unverified())
          .claimedBy(only(listed).or(() -> listed.isEmpty() ? only(own) : Optional.empty()));
    }
    return listed.isEmpty() ? bySubject(mail) : byList(listed);
  }

  private Whose byList(List<Unit> listed) {
    return only(listed)
        .filter(own::contains)
        .map(Whose::of)
        .orElseGet(() -> disagree("清单写的是 " + Whose.names(listed)));
  }

  private Whose bySubject(Optional<Mail> mail) {
    List<Unit> meant = mail.map(m -> mentions.units(m.subject())).orElse(List.of());
    List<Unit> both = own.stream().filter(meant::contains).toList();
    if (both.isEmpty() && !meant.isEmpty()) {
      return disagree("主题写的是 " + Whose.names(meant));
    }
    return only(both.isEmpty() ? own : both).map(Whose::of).orElseGet(this::several);
  }

  private Whose several() {
    return Whose.doubted(
        FindingCode.UNIT_UNKNOWN,
        own.isEmpty()
            ? "发件地址 " + sender.address() + " 所登记的单位已不在单位名册中，请认定。"
            : "发件地址 %s 为多个单位登记（%s），清单和主题未写明是哪一个，请认定。"
                .formatted(sender.address(), Whose.names(own)));
  }

  private Whose disagree(String otherwise) {
    return Whose.doubted(
        FindingCode.SENDER_NOT_VERIFIED,
        "发件地址 %s 登记于 %s，%s，请认定。".formatted(sender.address(), Whose.names(own), otherwise));
  }

  private String unverified() {
    if (sender.address().isEmpty()) {
      return "来信没有可以读出的发件地址，来源未核实；收到时间已登记，由工作人员认定。";
    }
    return own.isEmpty()
        ? "发件地址 " + sender.address() + " 未登记" + lack() + "，来源未核实；收到时间已登记，由工作人员认定。"
        : "发件地址 %s 登记于 %s%s，来源未核实；收到时间已登记，不替代此前的报送，由工作人员认定。"
            .formatted(sender.address(), Whose.names(own), lack());
  }

  private String lack() {
    return switch (sender.proof()) {
      case DMARC, DKIM, SPF -> "";
      case ON_BEHALF -> "，来信由其他域名代发";
      case FAILED -> "，来信未通过该域名的验证";
      case NONE -> "，来信没有可核对的验证结果";
    };
  }

  private static Optional<Unit> only(List<Unit> units) {
    return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
  }
}
