package cn.baosong.core.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Received lines as the providers of Chinese offices write them (RFC 5321, 4.4). */
class ReceivedTrailTest {
  private static final String MIDNIGHT = "Tue, 31 Mar 2020 23:59:58 +0800";
  private static final Instant STAMP = Instant.parse("2020-03-31T15:59:58Z");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "163     | from smtp.unit.test (unknown [192.0.2.7])\\tby mx29 (Coremail) with SMTP id T8CowABnXw--.5S2; @ (CST) | mx29 | unknown [192.0.2.7]",
        "126     | from m15-12.126.test (unknown [192.0.2.8]) by mx16 (Coremail) with SMTP id QcCowACX; @ (CST)          | mx16 | unknown [192.0.2.8]",
        "web 163 | from office$163.test ( [192.0.2.9] ) by ajax-webmail-wmsvr12 (Coremail) ; @ (CST)                      | ajax-webmail-wmsvr12 | [192.0.2.9]",
        "QQ      | from smtp.unit.test (unknown [192.0.2.7]) by newxmmxszb6-3.qq.com (NewMX) with SMTP id 5E8366 ; @      | newxmmxszb6-3.qq.com | unknown [192.0.2.7]",
        "Sina    | from unknown (HELO mail.unit.test)([192.0.2.7]) by sina.com (172.16.97.27) with ESMTP id 5E8366; @ (CST) | sina.com | [192.0.2.7]",
        "Exchange| from EX01.corp.test (10.1.2.3) by EX02.corp.test (10.1.2.4) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE) id 15.1.1913.5; @ | ex02.corp.test | 10.1.2.3",
        "Postfix | from mail.unit.test (mail.unit.test [192.0.2.7]) (using TLSv1.3 (256/256 bits)) by mx.office.test (Postfix) with ESMTPS id 4F; @ | mx.office.test | mail.unit.test [192.0.2.7]",
        "Exim    | from mail.unit.test ([192.0.2.7] helo=10.0.0.1) by mx.office.test with esmtp (Exim 4.94) (envelope-from <a@b.test>) id 1j; @ | mx.office.test | [192.0.2.7]",
        "sendmail| from mail.unit.test (mail.unit.test [192.0.2.7] (may be forged)) by mx.office.test (8.14/8.14) with ESMTP id 02V; @ | mx.office.test | may be forged",
        "local   | by mx.office.test (Postfix, from userid 0) id 4F; @ | mx.office.test | ''",
      })
  void readsTheLineOf(String whose, String line, String by, String peer) {
    ReceivedLine read =
        ReceivedLine.of(line.replace("@", MIDNIGHT).replace("\\t", "\n\t")).orElseThrow();
    assertThat(read.by()).isEqualTo(by);
    assertThat(read.peer()).isEqualTo(peer);
    assertThat(read.at()).isEqualTo(STAMP);
  }

  @Test
  void readsNothingOutOfALineWithoutHostOrTime() {
    assertThat(ReceivedLine.of("from a by b")).isEmpty();
    assertThat(ReceivedLine.of("from a; " + MIDNIGHT)).isEmpty();
    assertThat(ReceivedLine.of("by b; yesterday")).isEmpty();
    assertThat(ReceivedLine.of("by b; 31 Xyz 2020 23:59:58 +0800")).isEmpty();
    assertThat(ReceivedLine.of("x".repeat(5_000_000))).isEmpty();
  }

  /** Inside the provider the stamps of all its hosts count; the earliest is that of entering. */
  @Test
  void followsTheMailThroughTheProvidersOwnHosts() {
    ReceivedTrail trail =
        ReceivedTrail.of(
            List.of(
                line("mx1.qq.com (unknown [10.9.8.7])", "store.qq.com", 8),
                line("smtp.unit.test (unknown [192.0.2.7])", "mx1.qq.com", 3),
                line("laptop (unknown [192.168.1.2])", "smtp.unit.test", 1)),
            List.of(".qq.com"));
    assertThat(trail.entered()).contains(at(3));
    assertThat(trail.delivered()).contains(at(8));
    assertThat(trail.oldestClaim()).contains(at(1));
  }

  /** X10: what stands below the line of the host that took it from outside was written outside. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "an older stamp in the provider's name   | mx29          | evil (evil.test [203.0.113.9])                  | mx29",
        "a name that begins like the provider's  | mx*           | mx.evil.test (mx.evil.test [203.0.113.9])       | mx.evil.test",
        "a greeting with the provider's name     | .qq.com       | mx1.qq.com (unknown [203.0.113.9])              | mx1.qq.com",
        "a greeting with an inner address        | sina.com      | unknown (HELO 10.0.0.1)([203.0.113.9])          | sina.com",
        "a greeting of Exim with one             | mx.office.test | evil.test ([203.0.113.9] helo=10.0.0.1)        | mx.office.test",
        "a reverse name with an inner address    | mx.office.test | x (10.0.0.1-x.evil.test [203.0.113.9])         | mx.office.test",
        "a reverse name that ends like ours      | .qq.com       | x (mx.qq.com.evil.test [203.0.113.9])           | mx1.qq.com",
        "a domain that ends like ours            | .qq.com       | x (evilqq.com [203.0.113.9])                    | mx1.qq.com",
      })
  void believesNoLineBelowTheBorder(String forgery, String trusted, String from, String forgedBy) {
    String border = trusted.startsWith(".") ? "mx1" + trusted : trusted.replace("*", "29");
    ReceivedTrail trail =
        ReceivedTrail.of(
            List.of(line(from, border, 9), line("a (a [192.0.2.1])", forgedBy, 1)),
            List.of(trusted));
    assertThat(trail.entered()).as(forgery).contains(at(9));
    assertThat(trail.oldestClaim()).as(forgery).contains(at(1));
  }

  @Test
  void believesNobodyWhereNoHostIsNamed() {
    ReceivedTrail trail =
        ReceivedTrail.of(List.of(line("a (a [192.0.2.1])", "mx.office.test", 1)), List.of());
    assertThat(trail.entered()).isEmpty();
    assertThat(trail.claimed()).hasSize(1);
  }

  @Test
  void believesNoLineBehindOneThatCannotBeRead() {
    ReceivedTrail trail =
        ReceivedTrail.of(
            List.of("nothing", line("a (a [10.0.0.1])", "mx.office.test", 1)),
            List.of("mx.office.test"));
    assertThat(trail.trusted()).isEmpty();
  }

  @Test
  void tellsEveryStampByAnotherClock() {
    ReceivedTrail trail =
        ReceivedTrail.of(
                List.of(line("a (a [192.0.2.1])", "mx.office.test", 1)), List.of("mx.office.test"))
            .shifted(instant -> instant.plus(Duration.ofDays(3)));
    assertThat(trail.entered()).contains(at(1).plus(Duration.ofDays(3)));
  }

  private static Instant at(int second) {
    return Instant.parse("2020-03-31T15:59:00Z").plusSeconds(second);
  }

  private static String line(String from, String by, int second) {
    return "from %s by %s with ESMTP id 1; Tue, 31 Mar 2020 23:59:%02d +0800"
        .formatted(from, by, second);
  }
}
