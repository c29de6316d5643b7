package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Mails;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.desk.Bearings;
import cn.baosong.desk.LetterDesk;
import cn.baosong.desk.Numbers;
import cn.baosong.desk.OpeningDesk;
import cn.baosong.desk.PartDesk;
import cn.baosong.desk.SealDesk;
import cn.baosong.desk.Senders;
import cn.baosong.store.FileArchive;
import cn.baosong.store.JdbcUnitOfWork;
import cn.baosong.store.SqlUnitCalls;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails of known and unknown senders, from their opening to a clerk's word. */
class SendersTest extends OpenOffice {
  private static final String REGISTERED = "rsj@example.org";
  private static final String STRANGE = "12345@qq.com";
  private static final String BOUND = "{\"address\": \"%s\", \"unit\": \"%s\", \"reason\": \"%s\"}";

  @Autowired LetterDesk letterDesk;
  @Autowired SealDesk seals;
  @Autowired Bearings bearings;
  @Autowired Numbers numbers;
  @Autowired Senders senders;
  @Autowired FileArchive archive;
  @Autowired PlatformTransactionManager manager;

  @Autowired PlayedOffice.ListedUnits units;

  private final Map<String, Opened> packages = new HashMap<>();
  private OpeningDesk desk;

  @BeforeEach
  void opens() {
    desk =
        new OpeningDesk(
            archive,
            (original, name, still) -> Objects.requireNonNull(packages.get(name)),
            submissions,
            dossiers,
            numbers,
            new SqlUnitCalls(jdbc, manager),
            letterDesk,
            seals,
            bearings,
            new PartDesk(
                submissions,
                new JdbcUnitOfWork(manager),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                ZoneOffset.UTC,
                Duration.ofHours(4),
                (call, from, to) -> false));
  }

  @AfterEach
  void leavesOneUnit() {
    units.units = units.units.subList(0, 1);
  }

  private static Unit unit(UnitCode code) {
    return new Unit(code, "样板市人社局", List.of(), List.of("CITY_HR"), List.of(), "", "", "");
  }

  /** A mail arrives and is opened. */
  private Submission arrives(int serial, Mail mail, Stated stated, Opened.Outcome outcome) {
    Submission plain = People.submission(serial, SubmissionState.RECEIVED, serial + ".eml");
    Receipt folder = plain.first();
    Receipt receipt =
        new Receipt(
            folder.id(),
            Channel.EMAIL,
            folder.nativeId(),
            folder.name(),
            folder.digest(),
            folder.bytes(),
            folder.folderUnit(),
            folder.sent(),
            folder.received(),
            folder.registered());
    submissions.save(
        Submission.of(plain.number(), plain.publicId(), receipt),
        Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
    packages.put(
        receipt.name(),
        new Opened(
                outcome,
                stated,
                FormData.EMPTY,
                List.of(),
                List.of(),
                outcome == Opened.Outcome.READ
                    ? List.of()
                    : List.of(new Defect("PACKAGE_ENCRYPTED", "a.zip", "压缩包有密码。", false)),
                Optional.of(receipt.digest()))
            .in(mail));
    open(serial);
    return now(serial);
  }

  private Submission arrives(int serial, Mail mail, Stated stated) {
    return arrives(serial, mail, stated, Opened.Outcome.READ);
  }

  private void open(int serial) {
    try {
      OpeningDesk.Reading reading =
          (OpeningDesk.Reading) desk.read(People.submissionNumber(serial));
      new TransactionTemplate(manager).executeWithoutResult(status -> desk.file(reading));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Submission now(int serial) {
    return submissions.find(People.submissionNumber(serial)).orElseThrow();
  }

  private static Stated list(String unit) {
    return new Stated(
        Optional.empty(),
        Optional.of(unit).filter(u -> !u.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static final String OURS = "【" + People.CALL + "】示例市人社局推荐材料";

  private List<Letter> letters(int serial, LetterKind kind) {
    return letters.of(People.submissionNumber(serial)).stream()
        .filter(l -> l.kind() == kind)
        .toList();
  }

  private void binds(String address, UnitCode unit) throws Exception {
    posts(Role.CLERK, "/senders", BOUND.formatted(address, unit, "电话核实"))
        .andExpect(status().isCreated());
  }

  @Test
  void takesAMailFromAProvenRegisteredAddressForTheUnits() throws Exception {
    Submission mail = arrives(1, Mails.signed(REGISTERED, OURS), list(""));
    assertThat(mail.state()).isEqualTo(SubmissionState.RECEIVED);
    assertThat(mail.unit()).contains(People.UNIT);
    assertThat(mail.call()).contains(People.CALL);
    asks(Role.CLERK, "/submissions/SJ-2020-000001")
        .andExpect(jsonPath("$.sender.verified").value(true))
        .andExpect(jsonPath("$.sender.proof").value("DKIM"))
        .andExpect(jsonPath("$.sender.units[0].name").value("示例市人力资源和社会保障局"))
        .andExpect(jsonPath("$.sender.units[0].by").doesNotExist());
  }

  @Test
  void settlesAMailOfWordsAloneByOneClickAndLetsItWaitAgain() throws Exception {
    Mail question = Mails.words(REGISTERED, "请问公示几天");
    assertThat(arrives(1, question, list(""), Opened.Outcome.LETTER).state())
        .isEqualTo(SubmissionState.UNASSIGNED);
    submits("read").andExpect(flash().attribute("cleared", "READ"));
    assertThat(now(1).state()).isEqualTo(SubmissionState.PROCESSED);
    submits("read").andExpect(flash().attributeExists("refused"));
    submits("restore").andExpect(flash().attribute("cleared", "RESTORED"));
    assertThat(now(1).state()).isEqualTo(SubmissionState.UNASSIGNED);
  }

  @Test
  void settlesNoPackageByAClick() throws Exception {
    arrives(1, Mails.from(STRANGE, OURS), list(""));
    page().andExpect(content().string(not(containsString("/read\""))));
    submits("read").andExpect(flash().attributeExists("refused"));
    assertThat(now(1).state()).isEqualTo(SubmissionState.UNASSIGNED);
  }

  private ResultActions page() throws Exception {
    return mvc.perform(get("/submissions/" + now(1).publicId()).with(signedIn(Role.CLERK)));
  }

  private ResultActions submits(String act) throws Exception {
    page().andExpect(status().isOk());
    return mvc.perform(
        post("/submissions/" + now(1).publicId() + "/" + act)
            .param("reason", "再看一次")
            .with(signedIn(Role.CLERK))
            .with(csrf()));
  }

  @Test
  void showsOnTheDossierHowItsSenderIsKnownButNotToTheDepartment() throws Exception {
    arrives(1, Mails.signed(REGISTERED, OURS), list(""));
    filed(1, 1, DossierState.ACCEPTED);
    dossierPage(Role.CLERK).andExpect(content().string(containsString("地址登记于单位名册")));
    dossierPage(Role.OFFICER).andExpect(content().string(not(containsString(REGISTERED))));
  }

  private ResultActions dossierPage(Role role) throws Exception {
    Set<String> departments = role == Role.OFFICER ? Set.of("zjc") : Set.of();
    Viewer viewer = new Viewer(user(role), Set.of(role), departments);
    return mvc.perform(
            get("/dossiers/dossier-1")
                .with(
                    authentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                            viewer,
                            "",
                            List.of(new SimpleGrantedAuthority("ROLE_" + role.name()))))))
        .andExpect(status().isOk());
  }

  /** Faults.md X09: it is registered, told at the registered address, and waits for a clerk. */
  @Test
  void neverTakesAForgedAddressForTheUnits() throws Exception {
    Submission forged = arrives(1, Mails.from(REGISTERED, OURS), list(People.UNIT.value()));
    assertThat(forged.state()).isEqualTo(SubmissionState.UNASSIGNED);
    assertThat(forged.unit()).isEmpty();
    assertThat(forged.first().received()).isEqualTo(now(1).effective().received());
    assertThat(forged.defects()).extracting(Defect::code).containsExactly("SENDER_NOT_VERIFIED");
    assertThat(letters(1, LetterKind.PENDING))
        .singleElement()
        .satisfies(l -> assertThat(l.recipients()).containsExactly(REGISTERED));
    asks(Role.CLERK, "/submissions/SJ-2020-000001")
        .andExpect(jsonPath("$.sender.verified").value(false))
        .andExpect(jsonPath("$.sender.waits").value(true))
        .andExpect(jsonPath("$.sender.proof").value("NONE"))
        .andExpect(jsonPath("$.findings[0].code").value("SENDER_NOT_VERIFIED"));
  }

  @Test
  void warnsOfADomainThatIsTakenForARegisteredOne() throws Exception {
    arrives(1, Mails.signed("rsj@examp1e.org", OURS), list(""));
    arrives(2, Mails.signed("honest@elsewhere.test", OURS), list(""));
    asks(Role.CLERK, "/senders/waiting")
        .andExpect(jsonPath("$.items[0].resembles.domain").value("example.org"))
        .andExpect(jsonPath("$.items[0].resembles.unitName").value("示例市人力资源和社会保障局"))
        .andExpect(jsonPath("$.items[1].resembles").doesNotExist());
    mvc.perform(get("/senders").with(signedIn(Role.CLERK)).locale(Locale.SIMPLIFIED_CHINESE))
        .andExpect(content().string(containsString("登记的 example.org 相近但不相同，可能系冒用")));
  }

  /** The genuine package of the same content is the first one, whatever was forged before it. */
  @Test
  void letsAForgedCopyStandInNobodysWay() {
    arrives(1, Mails.from(REGISTERED, OURS), list(""));
    Submission genuine = arrives(2, Mails.signed(REGISTERED, OURS), list(""));
    assertThat(genuine.state()).isEqualTo(SubmissionState.RECEIVED);
    assertThat(genuine.defects()).isEmpty();
    assertThat(submissions.ofUnit(People.CALL, People.UNIT))
        .extracting(Submission::number)
        .containsExactly(genuine.number());
  }

  /** Domain.md F16: one click on the first day. */
  @Test
  void letsAllWaitingMailsOfAnAddressPassByOneClick() throws Exception {
    arrives(1, Mails.signed(STRANGE, OURS), list(""));
    arrives(2, Mails.signed(STRANGE, OURS), list(People.UNIT.value()));
    arrives(3, Mails.signed("other@qq.com", OURS), list(""));
    asks(Role.CLERK, "/senders/waiting")
        .andExpect(jsonPath("$.items", hasSize(2)))
        .andExpect(jsonPath("$.items[0].address").value(STRANGE))
        .andExpect(jsonPath("$.items[0].mails").value(2))
        .andExpect(jsonPath("$.items[0].suggestions[0].unit").value(People.UNIT.value()))
        .andExpect(jsonPath("$.items[0].suggestions[0].reasons.SUBJECT").exists())
        .andExpect(jsonPath("$.items[0].suggestions[0].reasons.LIST").exists());

    posts(Role.CLERK, "/senders", BOUND.formatted("12345@QQ.com", People.UNIT, "电话核实"))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.released", contains("SJ-2020-000001", "SJ-2020-000002")));
    open(1);
    open(2);
    assertThat(now(1).unit()).contains(People.UNIT);
    assertThat(now(1).effective().received()).isEqualTo(now(3).effective().received());
    assertThat(now(1).sender().orElseThrow().isVerifiedFor(People.UNIT)).isTrue();
    assertThat(letters(1, LetterKind.RECEIPT))
        .singleElement()
        .satisfies(l -> assertThat(l.recipients()).containsExactly(REGISTERED, STRANGE));
    asks(Role.CLERK, "/submissions/SJ-2020-000001")
        .andExpect(jsonPath("$.sender.units[0].by").value("clerk"))
        .andExpect(jsonPath("$.sender.units[0].reason").value("电话核实"));
    asks(Role.CLERK, "/senders/waiting").andExpect(jsonPath("$.items", hasSize(1)));
    assertThat(arrives(4, Mails.signed(STRANGE, OURS), list("")).unit()).contains(People.UNIT);
  }

  @Test
  void letsAMailThatFailedItsProofPassOnlyWhenAClerkSaysSo() throws Exception {
    Mail failed = Mails.from(STRANGE, OURS, Mails.found("spf", "fail", "qq.com"), "");
    arrives(1, failed, list(""));
    arrives(2, Mails.from(STRANGE, OURS), list(""));
    posts(Role.CLERK, "/senders", BOUND.formatted(STRANGE, People.UNIT, "电话核实"))
        .andExpect(jsonPath("$.released", contains("SJ-2020-000002")))
        .andExpect(jsonPath("$.kept", contains("SJ-2020-000001")));
    open(2);
    assertThat(now(2).unit()).contains(People.UNIT);
    asks(Role.CLERK, "/submissions/SJ-2020-000002")
        .andExpect(jsonPath("$.sender.released").value(true))
        .andExpect(jsonPath("$.sender.verified").value(false));
    posts(
            Role.CLERK,
            "/senders",
            BOUND.formatted(STRANGE, People.UNIT, "当面核实").replace("}", ", \"failed\": true}"))
        .andExpect(jsonPath("$.released", contains("SJ-2020-000001")));
  }

  /** What nothing proves is not let pass for a unit that its own list does not name. */
  @Test
  void keepsAnUnprovenMailWhoseListNamesAnotherUnit() throws Exception {
    UnitCode other = new UnitCode("11999999MB00000023");
    units.units = List.of(units.units.get(0), unit(other));
    arrives(1, Mails.from(STRANGE, OURS), list(other.value()));
    arrives(2, Mails.signed(STRANGE, OURS), list(other.value()));
    posts(Role.CLERK, "/senders", BOUND.formatted(STRANGE, People.UNIT, "电话核实"))
        .andExpect(jsonPath("$.kept", contains("SJ-2020-000001")))
        .andExpect(jsonPath("$.released", contains("SJ-2020-000002")));
    open(2);
    assertThat(now(2).state()).isEqualTo(SubmissionState.UNASSIGNED);
    assertThat(now(2).waitsForSender()).isFalse();
  }

  @Test
  void takesABindingBackForWhatComesLater() throws Exception {
    binds(STRANGE, People.UNIT);
    arrives(1, Mails.signed(STRANGE, OURS), list(""));
    String id = senders.at(STRANGE).get(0).id();
    mvc.perform(delete("/api/v1/senders/" + id).param("reason", "人员变动").with(as(Role.CLERK)))
        .andExpect(status().isNoContent());
    Submission later = arrives(2, Mails.signed(STRANGE, OURS), list(""));
    assertThat(later.state()).isEqualTo(SubmissionState.UNASSIGNED);
    assertThat(now(1).unit()).contains(People.UNIT);
    asks(Role.AUDITOR, "/senders?state=ENDED")
        .andExpect(jsonPath("$.items[0].end.reason").value("人员变动"))
        .andExpect(jsonPath("$.items[0].by").value("clerk"));
    mvc.perform(delete("/api/v1/senders/" + id).param("reason", "再次").with(as(Role.CLERK)))
        .andExpect(status().isConflict());
    assertThat(events("SENDER_BOUND")).isEqualTo(1);
    assertThat(events("SENDER_TAKEN_BACK")).isEqualTo(1);
  }

  /** The correction letter goes out once it is known to whom. */
  @Test
  void asksForAReadablePackageOnceTheSenderIsKnown() throws Exception {
    arrives(1, Mails.signed(STRANGE, OURS), Stated.NOTHING, Opened.Outcome.UNREADABLE);
    assertThat(letters(1, LetterKind.CORRECTION))
        .allSatisfy(l -> assertThat(l.recipients()).isEmpty());
    asks(Role.CLERK, "/senders/waiting")
        .andExpect(jsonPath("$.items[0].shown[0].state").value("UNREADABLE"));
    binds(STRANGE, People.UNIT);
    open(1);
    assertThat(now(1).state()).isEqualTo(SubmissionState.UNREADABLE);
    assertThat(letters(1, LetterKind.CORRECTION))
        .last()
        .satisfies(l -> assertThat(l.recipients()).contains(STRANGE));
    assertThat(senders.waiting()).isEqualTo(new Senders.Count(0, 0));
  }

  @Test
  void closesWhatIsNoDeliveryAndTakesThatBack() throws Exception {
    arrives(1, Mails.signed("news@shop.example.org", "促销"), list(""));
    posts(
            Role.CLERK,
            "/senders/dismissals",
            "{\"address\": \"news@shop.example.org\", \"reason\": \"广告\"}")
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.submissions", contains("SJ-2020-000001")));
    assertThat(now(1).state()).isEqualTo(SubmissionState.PROCESSED);
    assertThat(letters.of(People.submissionNumber(1))).isEmpty();
    asks(Role.CLERK, "/submissions/SJ-2020-000001")
        .andExpect(jsonPath("$.sender.dismissed").value(true));
    mvc.perform(
            delete("/api/v1/senders/dismissals/SJ-2020-000001")
                .param("reason", "看错了")
                .with(as(Role.CLERK)))
        .andExpect(status().isNoContent());
    assertThat(now(1).state()).isEqualTo(SubmissionState.UNASSIGNED);
    assertThat(senders.waiting()).isEqualTo(new Senders.Count(1, 1));
  }

  @Test
  void bindsNothingWithoutAddressUnitAndReason() throws Exception {
    posts(Role.CLERK, "/senders", BOUND.formatted("nobody", People.UNIT, "电话核实"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("address"));
    posts(Role.CLERK, "/senders", BOUND.formatted(STRANGE, "123", "电话核实"))
        .andExpect(status().isBadRequest());
    posts(Role.CLERK, "/senders", BOUND.formatted(STRANGE, People.UNIT, " "))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("reason"));
    posts(Role.CLERK, "/senders", BOUND.formatted(REGISTERED, People.UNIT, "电话核实"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("已登记")));
    assertThat(senders.at(STRANGE)).isEmpty();
  }
}
