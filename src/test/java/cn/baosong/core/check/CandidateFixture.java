package cn.baosong.core.check;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.PersonFields;
import cn.baosong.core.call.Value;
import cn.baosong.core.dossier.Candidate;
import cn.baosong.core.dossier.Correction;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.core.submission.SubmissionNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An invented candidate: eligible and complete unless told otherwise. */
public final class CandidateFixture {
  private static final PersonFields PERSON = new PersonFields("姓名", "身份证件号码", "出生日期");

  private final Map<String, Value> form = new LinkedHashMap<>();
  private final Map<String, String> paper = new HashMap<>();
  private final List<Document> documents = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private Optional<StatedParcel> parcel = Optional.empty();
  private Optional<String> category = Optional.empty();
  private DossierState state = DossierState.RECEIVED;
  private boolean ruled;
  private Optional<Correction> correction = Optional.empty();
  private SubmissionNumber submission = OfficeFixture.submission(1);
  private Optional<SubmissionNumber> timedBy = Optional.empty();
  private Optional<PaperNumber> paperOnly = Optional.empty();
  private int version = 1;
  private DossierNumber number = new DossierNumber("RX-2020-0000");

  private CandidateFixture(String name, int sequence) {
    with("姓名", name)
        .with("身份证件号码", identity("19750615", sequence))
        .with("出生日期", "1975年6月15日")
        .with("专业技术职称", "教授")
        .with("申报条件", "一")
        .with("单位性质", "公有制")
        .with("涉密人员", "否");
    documents.add(DeliveryFixture.file("登记表.pdf"));
    documents.add(DeliveryFixture.file(name + ".RPU"));
    documents.add(DeliveryFixture.file("佐证材料.pdf"));
  }

  /** The same sequence is the same person. */
  public static CandidateFixture candidate(String name, int sequence) {
    return new CandidateFixture(name, sequence);
  }

  public static CandidateFixture candidate() {
    return candidate("张三", 1);
  }

  /** A synthetic number of a region that does not exist, with its computed check character. */
  static String identity(String birth, int sequence) {
    String body = "999999" + birth + "%03d".formatted(sequence);
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (body.charAt(i) - '0') * weights[i];
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  public CandidateFixture with(String field, String value) {
    form.put(field, new Value.Text(value));
    return this;
  }

  public CandidateFixture without(String field) {
    form.remove(field);
    return this;
  }

  CandidateFixture onPaper(String field, String value) {
    paper.put(field, value);
    return this;
  }

  CandidateFixture category(String of) {
    category = Optional.of(of);
    return this;
  }

  CandidateFixture files(Document... sent) {
    documents.clear();
    documents.addAll(List.of(sent));
    return this;
  }

  CandidateFixture enclosing(Document document) {
    documents.add(document);
    return this;
  }

  CandidateFixture claimingPostmark(String day) {
    parcel =
        Optional.of(
            new StatedParcel(
                "EMS", "1", Optional.of(LocalDate.parse(day)), true, Optional.empty()));
    return this;
  }

  public CandidateFixture in(DossierState standing) {
    state = standing;
    return this;
  }

  public CandidateFixture ruled() {
    ruled = true;
    return this;
  }

  /** Returned with a correction term between two moments. */
  public CandidateFixture returned(String opened, String due) {
    state = DossierState.RETURNED;
    correction =
        Optional.of(
            new Correction(
                OfficeFixture.at(opened),
                Optional.of(due).filter(d -> !d.isEmpty()).map(LocalDate::parse)));
    return this;
  }

  /** Known from the paper of one parcel only. */
  public CandidateFixture onPaperOnly() {
    state = DossierState.AWAITING_ELECTRONIC;
    paperOnly = Optional.of(new PaperNumber("YZ-2020-0001"));
    documents.clear();
    return this;
  }

  /** After so many stored changes. */
  public CandidateFixture version(int changes) {
    version = changes;
    return this;
  }

  CandidateFixture timedBy(int serial) {
    timedBy = Optional.of(OfficeFixture.submission(serial));
    return this;
  }

  CandidateFixture in(SubmissionNumber delivery, DossierNumber as) {
    submission = delivery;
    number = as;
    return this;
  }

  public DossierNumber number() {
    return number;
  }

  String key() {
    return Candidate.of(new FormData(form), PERSON).key();
  }

  public String identity() {
    return text("身份证件号码").orElse("");
  }

  private Optional<String> text(String field) {
    return Optional.ofNullable(form.get(field)).map(Value::text);
  }

  Dossier dossierIn(UnitCase facts) {
    return facts.dossiers().stream()
        .filter(d -> d.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  Dossier make(CallId call) {
    return new Dossier(
        number,
        "p" + number,
        submission,
        timedBy.orElse(submission),
        call,
        OfficeFixture.unit(),
        1,
        category,
        Candidate.of(new FormData(form), PERSON),
        paperOnly.isPresent() ? FormData.EMPTY : new FormData(form),
        paper,
        parcel,
        documents,
        defects,
        "报送清单.xlsx 第7行",
        state,
        ruled,
        Optional.empty(),
        Optional.empty(),
        correction,
        paperOnly,
        version);
  }
}
