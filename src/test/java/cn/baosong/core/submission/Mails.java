package cn.baosong.core.submission;

import cn.baosong.core.submission.Mail.Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Mails for tests. */
public final class Mails {
  private Mails() {}

  /** A plain mail with a package, from an address; no trusted host tells of its sender. */
  public static Mail from(String address, String subject) {
    return from(address, subject, Mail.Authentication.NONE, "");
  }

  /** The same, signed by the domain of its author. */
  public static Mail signed(String address, String subject) {
    return from(address, subject, found("dkim", "pass", new Address(address, "").domain()), "");
  }

  /** The same with nothing in it but words. */
  public static Mail words(String address, String subject) {
    Mail full = signed(address, subject);
    return new Mail(
        full.kind(),
        full.thread(),
        full.people(),
        full.subject(),
        full.date(),
        full.automatic(),
        full.bounce(),
        full.authentication(),
        full.trace(),
        List.of(),
        subject,
        full.links(),
        full.part(),
        full.junk(),
        full.defects());
  }

  /** One thing that a trusted host found. */
  public static Mail.Authentication found(String method, String result, String domain) {
    return new Mail.Authentication(List.of(new Mail.Authentication.Result(method, result, domain)));
  }

  /**
   * @param text the beginning of its body
   */
  public static Mail from(
      String address, String subject, Mail.Authentication authentication, String text) {
    return mail(address, subject, authentication, text, Optional.empty());
  }

  /** One of several mails of a package. */
  public static Mail part(String address, String title, int number, int of) {
    PartMark mark = new PartMark(number, of, title);
    return mail(address, title, Mail.Authentication.NONE, "", Optional.of(mark));
  }

  private static Mail mail(
      String address,
      String subject,
      Mail.Authentication authentication,
      String text,
      Optional<PartMark> part) {
    return new Mail(
        Mail.Kind.SUBMISSION,
        Mail.Thread.NONE,
        new Mail.People(
            Optional.of(new Address(address, "")),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of()),
        subject,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        authentication,
        List.of(),
        List.of(new Mail.Enclosure("材料.zip", "application/zip", 1024)),
        text,
        List.of(),
        part,
        false,
        List.of());
  }

  /** A mail of which every fact is known. */
  public static Mail full() {
    Address author = new Address("jia@example.cn", "甲市人社局");
    return new Mail(
        Mail.Kind.BOUNCE,
        new Mail.Thread(
            Optional.of("<m1@example.cn>"),
            List.of("<baosong.L1@office.example>"),
            List.of("<baosong.L1@office.example>"),
            List.of("L1")),
        new Mail.People(
            Optional.of(author),
            List.of(author),
            Optional.of(author),
            Optional.of(new Address("", "")),
            List.of(author),
            List.of(author),
            List.of(author)),
        "推荐材料1/3",
        Optional.of(Instant.parse("2020-03-31T15:59:58Z")),
        Optional.of("auto-submitted: auto-replied"),
        Optional.of(
            new Mail.Bounce(
                Optional.of("<baosong.L1@office.example>"),
                Optional.of("yi@example.cn"),
                Optional.of("5.1.1"),
                Optional.of("failed"),
                Optional.of("no such user"))),
        new Mail.Authentication(
            List.of(new Mail.Authentication.Result("dkim", "pass", "example.cn"))),
        List.of(new Mail.Field("received", "from a by b; Tue, 31 Mar 2020 23:59:58 +0800")),
        List.of(new Mail.Enclosure("材料.zip", "application/zip", 1024)),
        "附件请查收。",
        List.of(
            new CloudLink(
                CloudLink.Provider.QQ,
                Optional.of("材料.zip"),
                Optional.of("2.31G"),
                Optional.of("2020年4月30日"),
                "https://mail.qq.com/cgi-bin/ftnExs_download?k=1")),
        Optional.of(new PartMark(1, 3, "推荐材料")),
        true,
        List.of(new Defect("PACKAGE_UNREADABLE", "", "邮件结构不完整。", false)));
  }
}
