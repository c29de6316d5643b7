package cn.baosong.core.submission;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Mail.Authentication;
import cn.baosong.core.submission.Mail.Authentication.Result;
import cn.baosong.core.submission.Sender.Proof;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderTest {
  private static Proof proof(String from, Result... results) {
    return Sender.proofOf(Mails.from(from, "", new Authentication(List.of(results)), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "rsj@shili.example.org, dmarc, pass, shili.example.org, DMARC",
    "rsj@shili.example.org, dkim, pass, shili.example.org, DKIM",
    "rsj@shili.example.org, spf, pass, shili.example.org, SPF",
    "RSJ@Shili.Example.org, dkim, pass, shili.example.org, DKIM",
    "rsj@rc.shili.example.org, dkim, pass, shili.example.org, DKIM",
    "rsj@shili.example.org, dkim, pass, relay.example.net, ON_BEHALF",
    "rsj@shili.example.org, dkim, pass, evil-shili.example.org, ON_BEHALF",
    "rsj@shili.example.org, dkim, pass, org, ON_BEHALF",
    "rsj@shili.example.org, spf, softfail, shili.example.org, FAILED",
    "rsj@shili.example.org, dkim, fail, shili.example.org, FAILED",
    "rsj@shili.example.org, dkim, none, '', NONE",
    "rsj@shili.example.org, iprev, pass, shili.example.org, ON_BEHALF",
    "12345@qq.com, dkim, pass, qq.com, DKIM"
  })
  void provesAnAddressByWhatATrustedHostFoundOfItsOwnDomain(
      String from, String method, String result, String domain, Proof proof) {
    assertThat(proof(from, new Result(method, result, domain))).isEqualTo(proof);
  }

  @Test
  void provesNothingWhereNoTrustedHostLooked() {
    assertThat(proof("rsj@shili.example.org")).isEqualTo(Proof.NONE);
  }

  /** A good SPF of a list's host does not outweigh what the domain itself forbids. */
  @Test
  void provesNothingThatTheDomainsOwnPolicyRefuses() {
    assertThat(
            proof(
                "rsj@shili.example.org",
                new Result("spf", "pass", "shili.example.org"),
                new Result("dmarc", "fail", "shili.example.org")))
        .isEqualTo(Proof.FAILED);
  }

  /** A forwarded mail keeps its signature and loses its host. */
  @Test
  void letsAGoodSignatureStandThoughTheHostIsAnother() {
    assertThat(
            proof(
                "rsj@shili.example.org",
                new Result("spf", "fail", "shili.example.org"),
                new Result("dkim", "pass", "shili.example.org")))
        .isEqualTo(Proof.DKIM);
  }

  @ParameterizedTest
  @CsvSource({
    "a@b.example.org, a@b.example.org",
    "' A@B.Example.Org ', a@b.example.org",
    "a b@c.example.org, ''",
    "a@b@c.example.org, ''",
    "'a@b.example.org\u202e', ''",
    "nobody, ''",
    "'', ''"
  })
  void readsOnlyPlainAddresses(String written, String key) {
    assertThat(Sender.key(written)).isEqualTo(key);
  }

  @Test
  void knowsNobodyWhereTwoAuthorsAreNamed() {
    Mail two = Mails.signed("rsj@shili.example.org", "");
    Mail.People people = two.people();
    Mail odd =
        new Mail(
            two.kind(),
            two.thread(),
            new Mail.People(
                people.from(),
                List.of(new Mail.Address("other@shili.example.org", "")),
                people.sender(),
                people.returnPath(),
                people.replyTo(),
                people.to(),
                people.cc()),
            two.subject(),
            two.date(),
            two.automatic(),
            two.bounce(),
            two.authentication(),
            two.trace(),
            two.enclosures(),
            two.text(),
            two.links(),
            two.part(),
            two.junk(),
            two.defects());
    assertThat(Sender.authorOf(two)).isEqualTo("rsj@shili.example.org");
    assertThat(Sender.authorOf(odd)).isEmpty();
    assertThat(Sender.proofOf(odd)).isEqualTo(Proof.NONE);
  }

  @Test
  void isVerifiedOnlyWhenProvenAndAUnitsOwn() {
    UnitCode unit = new UnitCode("11999999MB00000015");
    List<Sender.Voice> voices = List.of(new Sender.Voice(unit, Optional.empty()));
    assertThat(new Sender("a@b.example.org", Proof.SPF, voices).isVerifiedFor(unit)).isTrue();
    assertThat(new Sender("a@b.example.org", Proof.SPF, List.of()).isVerified()).isFalse();
    assertThat(new Sender("a@b.example.org", Proof.FAILED, voices).isVerified()).isFalse();
    assertThat(
            new Sender("a@b.example.org", Proof.SPF, voices)
                .isVerifiedFor(new UnitCode("11999999MB00000023")))
        .isFalse();
  }
}
