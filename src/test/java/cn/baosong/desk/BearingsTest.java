package cn.baosong.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Mails;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.Sender.Proof;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.reader.call.CallLoader;
import cn.baosong.reader.call.FormsReading;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.feel.Conditions;
import cn.baosong.reader.feel.Lookups;
import cn.baosong.reader.units.UnitTable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails of the shipped calls and of the invented units. */
class BearingsTest {
  private static final Path FORMS = Path.of("forms");
  private static final UnitCode SHILI = new UnitCode("11999901MB00000012");
  private static final UnitCode YANGBAN = new UnitCode("11999902MB0000002K");
  private static final UnitCode FANLI = new UnitCode("11999903MB00000035");
  private static final String ADDRESS = "rsj@shili.example.org";
  private static final Calls CALLS = calls();

  private final Bearings bearings = bearings();

  /** Of the shipped calls and the invented units. */
  static Bearings bearings() {
    return new Bearings(
        CALLS, UnitTable.read(FORMS.resolve("units.csv")), ZoneId.of("Asia/Shanghai"));
  }

  private static Calls calls() {
    ReferenceData data = ReferenceData.overriddenIn(FORMS);
    Lookups lookups = new Lookups(data.titles(), data.degrees(), data.skills(), data.workingDays());
    return FormsReading.of(new CallLoader(new Conditions(lookups)), FORMS);
  }

  private static Submission mail(Sender sender) {
    Instant received = Instant.parse("2020-03-30T02:00:00Z");
    Receipt receipt =
        new Receipt(
            "r1",
            Channel.EMAIL,
            "box/INBOX/1/1",
            "报送.eml",
            new Digest("0".repeat(64)),
            1,
            Optional.empty(),
            Optional.empty(),
            TimeEvidence.of(Interval.second(received), "INTERNALDATE", TrustClass.A),
            received);
    return Submission.of(new SubmissionNumber("SJ-2020-000001"), "p", receipt)
        .from(Optional.of(sender));
  }

  private static Submission upload(String folder) {
    Instant seen = Instant.parse("2020-03-30T02:00:00Z");
    Receipt receipt =
        new Receipt(
            "r1",
            Channel.SFTP,
            "server/" + folder + "/a.zip/5/1",
            "a.zip",
            new Digest("0".repeat(64)),
            1,
            Optional.of(folder),
            Optional.empty(),
            TimeEvidence.of(Interval.at(seen), "first seen", TrustClass.B),
            seen);
    return Submission.of(new SubmissionNumber("SJ-2020-000001"), "p", receipt);
  }

  private static Sender sender(Proof proof, UnitCode... units) {
    return new Sender(
        ADDRESS,
        proof,
        Arrays.stream(units).map(u -> new Sender.Voice(u, Optional.empty())).toList());
  }

  private static Stated list(String unit) {
    return new Stated(
        Optional.of("sx-bqw-2020"),
        Optional.empty(),
        Optional.of(unit).filter(u -> !u.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Bearings.Found found(Sender sender, Stated stated, String subject) {
    return bearings.of(mail(sender), stated, Optional.of(Mails.from(ADDRESS, subject)));
  }

  private static Optional<UnitCode> code(Optional<Unit> unit) {
    return unit.map(Unit::code);
  }

  /** F12: whoever has the account can put a file into any folder of it. */
  @Test
  void asksAClerkWhereTheFolderAndTheListNameTwoUnits() {
    Bearings.Found found = bearings.of(upload(SHILI.value()), list("样板市人社局"), Optional.empty());
    assertThat(found.unit()).isEmpty();
    assertThat(found.doubts())
        .singleElement()
        .satisfies(doubt -> assertThat(doubt.sentence()).contains("示例市", "样板市", "请认定"));
    assertThat(code(bearings.of(upload(YANGBAN.value()), list("样板市人社局"), Optional.empty()).unit()))
        .contains(YANGBAN);
  }

  @Test
  void takesTheUnitOfAProvenAddressWhereTheListIsSilent() {
    Bearings.Found found = found(sender(Proof.DKIM, SHILI), list(""), "材料");
    assertThat(code(found.unit())).contains(SHILI);
    assertThat(found.doubts()).isEmpty();
  }

  @Test
  void takesTheListAtItsWordWhereTheProvenAddressSpeaksForThatUnit() {
    Bearings.Found found = found(sender(Proof.SPF, SHILI, YANGBAN), list("样板市人社局"), "材料");
    assertThat(code(found.unit())).contains(YANGBAN);
    assertThat(found.doubts()).isEmpty();
  }

  @Test
  void asksAClerkWhereTheListNamesAUnitForWhichTheAddressDoesNotSpeak() {
    Bearings.Found found = found(sender(Proof.DKIM, SHILI), list("范例市人社局"), "材料");
    assertThat(found.unit()).isEmpty();
    assertThat(found.claimed()).isEmpty();
    assertThat(found.doubts()).extracting(Defect::code).containsExactly("SENDER_NOT_VERIFIED");
    assertThat(found.doubts().get(0).sentence()).contains("示例市", "范例市");
  }

  @ParameterizedTest
  @CsvSource({"FAILED", "NONE", "ON_BEHALF"})
  void doesNotBelieveTheAddressOfAUnitThatNothingProves(Proof proof) {
    Bearings.Found found = found(sender(proof, SHILI), list("示例市人社局"), "示例市人社局报送");
    assertThat(found.unit()).isEmpty();
    assertThat(code(found.claimed())).contains(SHILI);
    assertThat(found.doubts()).extracting(Defect::code).containsExactly("SENDER_NOT_VERIFIED");
  }

  @Test
  void doesNotBelieveAStrangerWhateverTheListSays() {
    Bearings.Found found = found(sender(Proof.DKIM), list("示例市人社局"), "材料");
    assertThat(found.unit()).isEmpty();
    assertThat(code(found.claimed())).contains(SHILI);
    assertThat(found.doubts().get(0).sentence()).contains(ADDRESS, "未登记");
    assertThat(found(sender(Proof.DKIM), list(""), "材料").claimed()).isEmpty();
  }

  @Test
  void saysInWhoseNameAForgedListComesAndNotWhoseAddressItBears() {
    Bearings.Found found = found(sender(Proof.NONE, SHILI), list("范例市人社局"), "材料");
    assertThat(code(found.claimed())).contains(FANLI);
  }

  @Test
  void asksAClerkForWhichOfItsUnitsAnAddressSpeaks() {
    Bearings.Found found = found(sender(Proof.DKIM, SHILI, YANGBAN), list(""), "材料");
    assertThat(found.unit()).isEmpty();
    assertThat(found.doubts()).extracting(Defect::code).containsExactly("UNIT_UNKNOWN");
    assertThat(code(found(sender(Proof.DKIM, SHILI, YANGBAN), list(""), "样板市人社局推荐材料").unit()))
        .contains(YANGBAN);
  }

  @Test
  void asksAClerkWhereTheSubjectNamesOnlyAnotherUnit() {
    assertThat(found(sender(Proof.DKIM, SHILI), list(""), "代报范例市人社局材料").unit()).isEmpty();
    assertThat(code(found(sender(Proof.DKIM, SHILI), list(""), "示例市人社局、范例市人社局").unit()))
        .contains(SHILI);
  }

  @Test
  void readsAClerksWordFirst() {
    Submission assigned =
        mail(sender(Proof.FAILED, SHILI)).boundTo(new CallId("sx-bqw-2020"), FANLI);
    Bearings.Found found = bearings.of(assigned, list("示例市人社局"), Optional.empty());
    assertThat(code(found.unit())).contains(FANLI);
    assertThat(found.doubts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "【sx-bqw-2020】示例市人社局, '', sx-bqw-2020",
    "示例市报送材料（晋人社厅函[2020]131号）, '', sx-bqw-2020",
    "关于开展2020年百千万人才工程国家级人选推荐工作的通知 的材料, '', sx-bqw-2020",
    "报送材料, 现报送晋人社厅函〔2020〕131号材料。, sx-bqw-2020",
    "报送材料, '您好\n\n按 SX-BQW-2020 报送', sx-bqw-2020",
    "报送材料sx-bqw-2020-b, '', ''",
    "内人社办发〔2023〕147号, '', ''",
    "报送材料, 见附件, ''",
    "报送材料, 'sx-bqw-2020\n\nsx-tj-2023', ''"
  })
  void findsTheCallInSubjectOrBodyWhereTheListNamesNone(String subject, String text, String call) {
    Mail mail = Mails.from(ADDRESS, subject, Mail.Authentication.NONE, text);
    Bearings.Found found =
        bearings.of(mail(sender(Proof.DKIM, SHILI)), Stated.NOTHING, Optional.of(mail));
    assertThat(found.call().map(c -> c.id().value()).orElse("")).isEqualTo(call);
  }

  @Test
  void neverLetsASubjectOverruleTheList() {
    Stated other =
        new Stated(
            Optional.of("nobody-knows-2020"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(found(sender(Proof.DKIM, SHILI), other, "【sx-bqw-2020】").call()).isEmpty();
    assertThat(
            found(sender(Proof.DKIM, SHILI), list(""), "【sx-tj-2023】")
                .call()
                .map(c -> c.id().value()))
        .contains("sx-bqw-2020");
  }

  /** Names of units stand within one another; the longer one is meant. */
  @Test
  void readsTheLongerOfTwoNames() {
    UnitTable units = UnitTable.read(FORMS.resolve("units.csv"));
    Unit city = units.find(SHILI).orElseThrow();
    Unit county =
        new Unit(
            new UnitCode("c1"), "小" + city.name(), List.of(), List.of(), List.of(), "", "", "");
    Units both =
        new Units() {
          @Override
          public Optional<Unit> find(UnitCode code) {
            return all().stream().filter(u -> u.code().equals(code)).findFirst();
          }

          @Override
          public Optional<Unit> match(String nameOrCode) {
            return Optional.empty();
          }

          @Override
          public List<Unit> all() {
            return List.of(city, county);
          }
        };
    Mentions mentions = new Mentions(CALLS, both);
    assertThat(mentions.units("小" + city.name() + "的材料")).containsExactly(county);
    assertThat(mentions.units(city.name())).containsExactly(city);
  }
}
