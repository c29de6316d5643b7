package cn.baosong.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.print.ShippedWording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  private final LetterWriter writer =
      new LetterWriter(ShippedWording.load(), Optional.empty(), Stories.ZONE);

  @Test
  void saysWhatCameWhenAndHowThatIsKnown() {
    assertThat(receipt(Stories.delivery("云州市人力资源和社会保障局", "报送包.zip")))
        .contains("收件回执\n编号：SJ-2020-0017-001\n云州市人力资源和社会保障局\n")
        .contains("报送方式 | 电子邮件", "材料名称 | 报送包.zip", "2,345,678 字节（约 2.2 MB）")
        .contains("SHA-256 前16位 | 0123456789abcdef\n")
        .contains("收到时间 | 2020年3月31日 18:15:02（北京时间）")
        .contains("收到时间依据 | 邮箱服务器收存时间（A类：报送方不能改动的时间）")
        .contains("本回执仅证明收到上述材料，不表示材料齐全、符合条件或者已经受理。")
        .contains("材料受理薛老师（电话 0351-2770702）", "本文书由系统出具。");
  }

  @Test
  void goesAtOnceToTheRegisteredAddresses() {
    Letter letter = writer.receipt(Stories.delivery("某局", "a.zip"), Stories.occasion());
    assertThat(letter.hold()).isZero();
    assertThat(letter.state()).isEqualTo(LetterState.WAITING);
    assertThat(letter.recipients()).containsExactly("rsj@example.invalid");
    assertThat(letter.fileStem()).isEqualTo("001-RECEIPT");
  }

  @Test
  void isWrittenBeforeCallAndUnitAreKnown() {
    Submission submission = Stories.submission("SJ-2020-0018", Stories.receipt("x.zip"));
    String said = receipt(Delivery.of(submission, Optional.empty(), Optional.empty()));
    assertThat(said)
        .contains("报送单位\n", "报送编号 | SJ-2020-0018", "所报通知载明的联系人")
        .doesNotContain("所报通知 |", "报送单位 |", "{");
  }

  @Test
  void showsAnIntervalWhereTheInstantIsNotKnown() {
    TimeEvidence polled =
        TimeEvidence.of(
            new Interval(
                Instant.parse("2020-03-31T15:50:00Z"), Instant.parse("2020-03-31T16:10:00.5Z")),
            "poll",
            TrustClass.B);
    assertThat(receipt(deliveryAt(polled)))
        .contains("2020年3月31日 23:50:00 至 2020年4月1日 00:10:00 之间（北京时间）")
        .contains("poll（B类：由收件单位的观察推定的上下限）");
  }

  @Test
  void showsADateWhereTheEvidenceIsADate() {
    LocalDate day = LocalDate.of(2020, 3, 31);
    TimeEvidence postmark =
        new TimeEvidence(
            Interval.day(day, Stories.ZONE), "dispatch postmark", TrustClass.C, Optional.of(day));
    assertThat(receipt(deliveryAt(postmark))).contains("收到时间 | 2020年3月31日\n", "寄出邮戳（C类");
  }

  @Test
  void tellsThatTheSameBytesCameBeforeAndThatTheEarlierTimeCounts() {
    Receipt again = Stories.receipt("again.zip", "2020-04-01T02:00:00Z");
    Submission submission =
        Stories.submission("SJ-2020-0017", Stories.receipt("x.zip")).withReceipt(again);
    Delivery second =
        new Delivery(submission, again, Optional.of(Stories.call()), Optional.of(Stories.unit()));
    assertThat(receipt(second))
        .contains("本次收到的内容与2020年3月31日 18:15:02（北京时间）收到的完全相同", "以最早一次为准")
        .contains("收到时间 | 2020年4月1日 10:00:00（北京时间）");
  }

  @Test
  void leavesBracesAndMarkupOfTheSenderAsTheyStand() {
    String said = receipt(Stories.delivery("{number}局<img onerror=x>", "${7*7}{digest}$1\\.zip"));
    assertThat(said).contains("{number}局<img onerror=x>\n", "材料名称 | ${7*7}{digest}$1\\.zip\n");
  }

  @Test
  void masksAnIdentityNumberInTheNameOfAFile() {
    assertThat(receipt(Stories.delivery("某局", "张三99999919700101001X.zip")))
        .contains("张三999***********001X.zip")
        .doesNotContain("19700101");
  }

  @Test
  void showsCharactersThatWouldHideOrTurnTheText() {
    assertThat(receipt(Stories.delivery("某局", "a\u202Eb\u200B\u0007\nc.zip")))
        .contains("a［U+202E］b［U+200B］［U+0007］ c.zip");
  }

  @Test
  void shortensANameOfAbsurdLength() {
    assertThat(receipt(Stories.delivery("某局", "𠮷".repeat(5000))))
        .contains("𠮷…")
        .hasSizeLessThan(2000);
  }

  private String receipt(Delivery delivery) {
    return Stories.saidBy(writer.receipt(delivery, Stories.occasion()));
  }

  private static Delivery deliveryAt(TimeEvidence received) {
    Receipt of = Stories.receipt("a.zip");
    Receipt receipt =
        new Receipt(
            of.id(),
            of.channel(),
            of.nativeId(),
            of.name(),
            of.digest(),
            of.bytes(),
            Optional.empty(),
            Optional.empty(),
            received,
            of.registered());
    return Delivery.of(
        Stories.submission("SJ-2020-0017", receipt), Optional.of(Stories.call()), Optional.empty());
  }
}
