package cn.baosong.reader.pack;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.core.submission.CloudLink;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.SealReason;
import cn.baosong.reader.mail.MailContent;
import cn.baosong.reader.mail.MailContent.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be said of a package because it came in a mail. */
final class MailTold {
  private final MailContent content;

  MailTold(MailContent content) {
    this.content = content;
  }

  /** Whether its words bear a mark of state secrecy. */
  ClassifiedMarking marking() {
    Mail mail = content.mail();
    Stream<String> names =
        Stream.concat(
            mail.people().from().stream().map(Mail.Address::name),
            content.links().stream().flatMap(link -> link.name().stream()));
    return Stream.concat(Stream.of(mail.subject(), content.words()), names)
        .map(ClassifiedMarking::in)
        .reduce(ClassifiedMarking.NONE, ClassifiedMarking::or);
  }

  /** A mail that encloses nothing. */
  Opened withoutFiles() {
    boolean linked = !content.links().isEmpty();
    Opened.Outcome outcome = linked ? Opened.Outcome.UNREADABLE : Opened.Outcome.LETTER;
    List<Defect> told = linked ? List.of() : List.of(letter());
    return Opened.closed(outcome).with(told).with(defects());
  }

  private static Defect letter() {
    return defect(FindingCode.MATERIAL_MISSING, "邮件没有附件，正文由工作人员阅看后处理。", false);
  }

  /** Everything about it, in the order of its weight. */
  List<Defect> defects() {
    List<Defect> told = new ArrayList<>();
    if (marking() == ClassifiedMarking.DOUBTFUL) {
      told.add(doubt());
    }
    content.links().forEach(link -> told.add(notEnclosed(link)));
    content.remarks().stream().sorted().forEach(remark -> told.add(remark(remark)));
    if (!content.allWords()) {
      told.add(defect(FindingCode.TEXT_NOT_SEARCHED, "邮件正文过长，后面的部分未作密级标志检索。", true));
    }
    return told;
  }

  private static Defect doubt() {
    return new Defect(
        SealReason.CLASSIFIED_MARKING.name(), "邮件的主题或正文", "可能载有密级标志，请工作人员当面核对，核对以前不再打开。", false);
  }

  private static Defect notEnclosed(CloudLink link) {
    String about =
        Stream.of(link.size(), link.expiry().map(e -> "有效期：" + e))
            .flatMap(java.util.Optional::stream)
            .collect(Collectors.joining("，"));
    return new Defect(
        FindingCode.ATTACHMENT_NOT_ENCLOSED.name(),
        link.name().orElse(link.provider().chinese()),
        link.name().map(n -> "“" + n + "”").orElse("来信所列文件")
            + (about.isEmpty() ? "" : "（" + about + "）")
            + "是"
            + link.provider().chinese()
            + "的链接，文件没有随信送达，链接中的文件不予下载。来信时间已经记录；请尽快作为普通附件重新发送，"
            + "文件过大的分成几个压缩包、分几封发送并在主题写明“1/3”“2/3”“3/3”，或者按通知所列的其他方式报送。",
        false);
  }

  private static Defect remark(Remark remark) {
    return switch (remark) {
      case UNSOUND ->
          defect(FindingCode.MATERIAL_UNREADABLE, "邮件结构有误（分界标志缺失或重复），已尽量取出附件，由工作人员对照原件核对。", false);
      case CLIPPED -> defect(FindingCode.MATERIAL_INVALID, "邮件头有超长的内容，未全部读取，附件不受影响。", true);
      case BEYOND_LIMITS -> defect(FindingCode.MATERIAL_UNREADABLE, "邮件结构超出限度，由工作人员查看。", false);
      case TOO_DEEP ->
          defect(FindingCode.MATERIAL_UNREADABLE, "邮件中层层嵌套的邮件超过三层，里层未打开，由工作人员查看。", false);
      case SIGNED -> defect(FindingCode.MATERIAL_INVALID, "邮件带有数字签名，未作验证。", true);
      case SIGNATURE_HOLDS ->
          defect(FindingCode.MATERIAL_INVALID, "邮件带有数字签名，内容与签名相符；签名人身份未作验证。", true);
      case SIGNATURE_BROKEN -> defect(FindingCode.MATERIAL_INVALID, "邮件带有数字签名，但与内容不符。", true);
      case ENCRYPTED -> defect(FindingCode.PACKAGE_ENCRYPTED, "邮件中有加密的内容，无法打开；请不加密重新发送。", false);
      case UNREADABLE_PART ->
          defect(FindingCode.MATERIAL_UNREADABLE, "邮件中有专用格式的附件未能打开，由工作人员查看。", false);
    };
  }

  private static Defect defect(FindingCode code, String sentence, boolean remark) {
    return new Defect(code.name(), "邮件", sentence, remark);
  }
}
