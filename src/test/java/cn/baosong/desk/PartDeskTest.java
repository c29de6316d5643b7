package cn.baosong.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Mails;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PartDeskTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOON = Instant.parse("2020-03-30T04:00:00Z");

  private static final Instant DEADLINE = NOON.plus(Duration.ofHours(2));

  private final Register register = new Register();

  private PartDesk desk(Instant now) {
    UnitOfWork work =
        new UnitOfWork() {
          @Override
          public <T> T inTransaction(Supplier<T> all) {
            return all.get();
          }
        };
    return new PartDesk(
        register,
        work,
        Clock.fixed(now, ZONE),
        ZONE,
        Duration.ofHours(4),
        (call, from, to) -> from.isBefore(DEADLINE) && !to.isBefore(DEADLINE));
  }

  private static Submission arrived(int serial, Instant at) {
    TimeEvidence received = TimeEvidence.of(Interval.at(at), "INTERNALDATE", TrustClass.A);
    return Submission.of(
        new SubmissionNumber("SJ-2020-00000" + serial),
        "p" + serial,
        new Receipt(
            "r" + serial,
            Channel.EMAIL,
            "office/INBOX/1/" + serial,
            "a.eml",
            new Digest(Integer.toString(serial).repeat(64)),
            1,
            Optional.empty(),
            Optional.empty(),
            received,
            at));
  }

  private static Opened read(int number, int of) {
    Mail mail = Mails.part("jia@example.cn", "推荐材料", number, of);
    return Opened.closed(Opened.Outcome.LETTER).in(mail);
  }

  private void waits(int serial, int number, Instant at) {
    Submission arrived = arrived(serial, at);
    Opened read = read(number, 3);
    PartDesk.Course.Wait wait =
        (PartDesk.Course.Wait) desk(at).course(arrived, read, BearingsTest.bearings());
    register.all.put(arrived.number(), arrived.awaiting(read, wait.told()));
  }

  private PartDesk.Course.With completes(Instant at) {
    return (PartDesk.Course.With)
        desk(at).course(arrived(3, at), read(2, 3), BearingsTest.bearings());
  }

  @Test
  void waitsUntilAllAreThereAndThenTakesTheOthersIn() {
    waits(1, 1, NOON);
    waits(2, 3, NOON);
    PartDesk.Course.With with = completes(NOON.plusSeconds(60));
    assertThat(with.others()).hasSize(2);
    assertThat(with.told().remark()).isTrue();
    desk(NOON).take(arrived(3, NOON), with);
    assertThat(register.all.values())
        .allMatch(part -> part.state() == SubmissionState.PROCESSED)
        .allMatch(part -> part.defects().toString().contains("SJ-2020-000003"));
  }

  @Test
  void leavesItToAPersonWhichMailCountsWhenTheDeadlineEndedBetweenThem() {
    waits(1, 1, NOON);
    waits(2, 3, NOON);
    PartDesk.Course.With with = completes(DEADLINE.plusSeconds(1));
    assertThat(with.told().remark()).isFalse();
    assertThat(with.told().code()).isEqualTo("TIME_UNDETERMINED");
    assertThat(with.told().toString()).contains("跨过截止时间");
  }

  @Test
  void takesThemForOneDeliveryWhenAllCameBeforeTheDeadline() {
    waits(1, 1, NOON);
    waits(2, 3, NOON);
    assertThat(completes(DEADLINE.minusSeconds(1)).told().remark()).isTrue();
  }

  @Test
  void leavesItToAPersonWhichMailCountsWhenTheyCameOnDifferentDays() {
    waits(1, 1, NOON);
    waits(2, 3, NOON);
    PartDesk.Course.With with = completes(NOON.plus(Duration.ofHours(13)));
    assertThat(with.told().remark()).isFalse();
    assertThat(with.told().code()).isEqualTo("TIME_UNDETERMINED");
  }

  @Test
  void takesTheLaterOfAPartThatWasSentTwice() {
    waits(1, 1, NOON);
    waits(2, 3, NOON);
    waits(4, 1, NOON.plusSeconds(5));
    PartDesk.Course.With with = completes(NOON.plusSeconds(60));
    assertThat(with.earlier())
        .extracting(part -> part.number().value())
        .containsExactly("SJ-2020-000001");
    assertThat(with.others())
        .extracting(part -> part.number().value())
        .containsExactly("SJ-2020-000004", "SJ-2020-000002");
  }

  @Test
  void neverJoinsPartsOfAnotherSenderOrOfAnotherPackage() {
    waits(1, 1, NOON);
    Opened other =
        Opened.closed(Opened.Outcome.LETTER).in(Mails.part("yi@example.cn", "推荐材料", 2, 3));
    assertThat(register.parts(other.mail().flatMap(Mail::partKey).orElseThrow())).isEmpty();
    Opened another =
        Opened.closed(Opened.Outcome.LETTER).in(Mails.part("jia@example.cn", "别的材料", 2, 3));
    assertThat(register.parts(another.mail().flatMap(Mail::partKey).orElseThrow())).isEmpty();
  }

  @Test
  void asksAPersonOnceWhenAnotherDoesNotCome() {
    waits(1, 1, NOON);
    waits(2, 3, NOON);
    desk(NOON.plus(Duration.ofHours(3))).look();
    assertThat(states()).containsOnly(SubmissionState.AWAITING_PARTS);
    desk(NOON.plus(Duration.ofHours(5))).look();
    desk(NOON.plus(Duration.ofHours(6))).look();
    assertThat(states())
        .containsExactly(SubmissionState.UNASSIGNED, SubmissionState.AWAITING_PARTS);
    assertThat(register.all.firstEntry().getValue().defects().toString()).contains("第 2 封没有收到");
  }

  @Test
  void opensWhatIsThereOnceAPersonHasBoundIt() {
    waits(1, 1, NOON);
    Submission bound =
        arrived(3, NOON).boundTo(new CallId("sx-bqw-2020"), new UnitCode("11999901MB00000012"));
    assertThat(desk(NOON).course(bound, read(2, 3), BearingsTest.bearings()))
        .isInstanceOf(PartDesk.Course.With.class);
  }

  private static final String UNIT = "11999901MB00000012";

  private static Submission uploaded(int serial, String name, Optional<String> folder, Instant at) {
    return Submission.of(
        new SubmissionNumber("SJ-2020-00000" + serial),
        "p" + serial,
        new Receipt(
            "r" + serial,
            Channel.SFTP,
            "server/" + name,
            name,
            new Digest(Integer.toString(serial).repeat(64)),
            1,
            folder,
            Optional.empty(),
            TimeEvidence.of(Interval.at(at), "first seen", TrustClass.B),
            at));
  }

  private static Submission uploaded(int serial, String name, Instant at) {
    return uploaded(serial, name, Optional.of(UNIT), at);
  }

  private static Opened listed(String call) {
    Stated stated =
        new Stated(
            Optional.of(call),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Opened(
        Opened.Outcome.READ,
        stated,
        FormData.EMPTY,
        List.of(),
        List.of(),
        List.of(),
        Optional.of(new Digest("f".repeat(64))));
  }

  private static Opened unlisted() {
    Defect lacks = new Defect("PACKAGE_UNREADABLE", "材料", "材料中没有报送清单", false);
    return Opened.closed(Opened.Outcome.UNREADABLE, lacks)
        .withContent(Optional.of(new Digest("e".repeat(64))));
  }

  private void waits(Submission upload, Opened read) {
    PartDesk.Course.Wait wait =
        (PartDesk.Course.Wait)
            desk(upload.first().registered()).course(upload, read, BearingsTest.bearings());
    register.all.put(
        upload.number(), upload.of(wait.call(), wait.unit()).awaiting(read, wait.told()));
  }

  @Test
  void joinsFilesOfOneUnitByTheirNumbersOnceAllAreThere() {
    waits(uploaded(1, "材料2of3.zip", NOON), listed("sx-bqw-2020"));
    waits(uploaded(2, "材料1of3.zip", NOON), unlisted());
    assertThat(states()).containsOnly(SubmissionState.AWAITING_PARTS);
    Submission third = uploaded(3, "材料（3／3）.zip", NOON);
    PartDesk.Course.With with =
        (PartDesk.Course.With)
            desk(NOON).course(third, listed("sx-bqw-2020"), BearingsTest.bearings());
    assertThat(with.inOrder(third))
        .extracting(part -> part.first().name())
        .containsExactly("材料1of3.zip", "材料2of3.zip", "材料（3／3）.zip");
    assertThat(with.told().sentence()).contains("几件材料", "SJ-2020-000001");
    desk(NOON).take(third, with);
    assertThat(states()).containsOnly(SubmissionState.PROCESSED);
    assertThat(register.all.values())
        .allMatch(part -> part.first().received().interval().latest().equals(NOON));
  }

  @Test
  void neverJoinsFilesOfAnotherUnitOrAnotherCall() {
    waits(uploaded(1, "材料1of2.zip", NOON), listed("sx-bqw-2020"));
    Submission other = uploaded(2, "材料2of2.zip", Optional.of("11999902MB0000002K"), NOON);
    assertThat(desk(NOON).course(other, listed("sx-bqw-2020"), BearingsTest.bearings()))
        .isInstanceOf(PartDesk.Course.Wait.class);
    assertThat(
            desk(NOON)
                .course(
                    uploaded(3, "材料2of2.zip", NOON),
                    listed("nm-bqw-2017"),
                    BearingsTest.bearings()))
        .isInstanceOf(PartDesk.Course.Wait.class);
  }

  @Test
  void holdsBackNothingOfWhichItIsNotKnownWhoseItIsOrThatDoesNotOpen() {
    assertThat(
            desk(NOON)
                .course(
                    uploaded(1, "材料1of2.zip", Optional.empty(), NOON),
                    listed("sx-bqw-2020"),
                    BearingsTest.bearings()))
        .isInstanceOf(PartDesk.Course.Alone.class);
    Opened broken =
        Opened.closed(
            Opened.Outcome.UNREADABLE, new Defect("PACKAGE_UNREADABLE", "材料", "已损坏", false));
    assertThat(desk(NOON).course(uploaded(1, "材料1of2.zip", NOON), broken, BearingsTest.bearings()))
        .isInstanceOf(PartDesk.Course.Alone.class);
  }

  @Test
  void takesABareRangeForAPartOnlyWithAnotherBesideIt() {
    waits(uploaded(1, "材料(1-3).zip", NOON), listed("sx-bqw-2020"));
    desk(NOON.plusSeconds(60)).look();
    assertThat(states()).containsOnly(SubmissionState.AWAITING_PARTS);
    Instant later = NOON.plusSeconds(121);
    desk(later).look();
    assertThat(states()).containsOnly(SubmissionState.RECEIVED);
    Submission released = register.all.firstEntry().getValue();
    assertThat(released.needsOpening()).isTrue();
    assertThat(desk(later).course(released, listed("sx-bqw-2020"), BearingsTest.bearings()))
        .isInstanceOf(PartDesk.Course.Alone.class);
  }

  @Test
  void waitsForTheThirdOfARangeOnceTheSecondIsBesideTheFirst() {
    waits(uploaded(1, "材料(1-3).zip", NOON), listed("sx-bqw-2020"));
    waits(uploaded(2, "材料(2-3).zip", NOON.plusSeconds(30)), listed("sx-bqw-2020"));
    desk(NOON.plus(Duration.ofHours(3))).look();
    assertThat(states()).containsOnly(SubmissionState.AWAITING_PARTS);
    desk(NOON.plus(Duration.ofHours(5))).look();
    assertThat(states())
        .containsExactly(SubmissionState.UNASSIGNED, SubmissionState.AWAITING_PARTS);
    assertThat(register.all.firstEntry().getValue().defects().toString()).contains("第 3 件没有收到");
  }

  @Test
  void opensTogetherWhatWasReadAtTheSameMoment() {
    waits(uploaded(1, "材料1of2.zip", NOON), listed("sx-bqw-2020"));
    Submission second = uploaded(2, "材料2of2.zip", NOON);
    Submission waiting =
        second
            .of(Optional.of(new CallId("sx-bqw-2020")), Optional.of(new UnitCode(UNIT)))
            .awaiting(listed("sx-bqw-2020"), new Defect("MATERIAL_MISSING", "文件名", "等收齐", true));
    register.all.put(second.number(), waiting);
    desk(NOON.plusSeconds(121)).look();
    assertThat(states()).containsExactly(SubmissionState.AWAITING_PARTS, SubmissionState.RECEIVED);
    Submission released = register.all.lastEntry().getValue();
    assertThat(
            desk(NOON.plusSeconds(121))
                .course(released, listed("sx-bqw-2020"), BearingsTest.bearings()))
        .isInstanceOf(PartDesk.Course.With.class);
  }

  private List<SubmissionState> states() {
    return register.all.values().stream().map(Submission::state).toList();
  }

  /** The register in memory. */
  private static final class Register implements Submissions {
    private final TreeMap<SubmissionNumber, Submission> all =
        new TreeMap<>(Comparator.comparing(SubmissionNumber::value));

    @Override
    public Optional<Submission> find(SubmissionNumber number) {
      return Optional.ofNullable(all.get(number));
    }

    @Override
    public List<Submission> parts(String key) {
      return all.values().stream()
          .filter(part -> part.partKey().filter(key::equals).isPresent())
          .toList();
    }

    @Override
    public List<Submission> partsBefore(Instant before) {
      return all.values().stream()
          .filter(part -> part.state() == SubmissionState.AWAITING_PARTS)
          .filter(part -> part.first().registered().isBefore(before))
          .toList();
    }

    @Override
    public List<Submission> partsBetween(Instant from, Instant before) {
      List<Submission> newest = new ArrayList<>(partsBefore(before));
      newest.removeIf(part -> part.first().registered().isBefore(from));
      Collections.reverse(newest);
      return newest;
    }

    @Override
    public void save(Submission submission, Act act) {
      all.put(submission.number(), submission);
    }

    @Override
    public Optional<Submission> byDigest(Digest digest) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Submission> byReceipt(Channel channel, String nativeId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Submission> byMessage(String fingerprint) {
      return Optional.empty();
    }

    @Override
    public Optional<Submission> byContent(CallId call, UnitCode unit, Digest content) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Submission> ofUnit(CallId call, UnitCode unit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void putOff(SubmissionNumber number) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isPutOff(SubmissionNumber number) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long arrivals(Channel channel) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void stillOpening(SubmissionNumber number) {
      throw new UnsupportedOperationException();
    }
  }
}
