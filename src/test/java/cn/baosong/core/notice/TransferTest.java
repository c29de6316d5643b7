package cn.baosong.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Call;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.print.ShippedWording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 移送告知: where a parcel went, with the times at which it had come. */
class TransferTest {
  private static final Instant SENT_ON = Instant.parse("2020-04-01T01:00:00Z");

  private final LetterWriter writer =
      new LetterWriter(ShippedWording.load(), Optional.empty(), Stories.ZONE);
  private final Call call = Stories.call();

  @Test
  void namesTheOtherOfficeAndTheTimesThatStay() {
    Letter letter = letter(true, new Transfer.ToOffice("示例市人社局"), "证件 999999199001010010 应报市局");
    assertThat(Stories.saidBy(letter))
        .startsWith("移送告知\n编号：YZ-2020-000007\n")
        .contains("移送示例市人社局", "邮寄 EMS 77", "王五", "寄出邮戳 | 2020年3月28日")
        .contains("收到时间 | 2020年3月31日 18:15:02（北京时间）", "不是逾期的认定")
        .contains("999***********0010")
        .doesNotContain("999999199001010010", "{");
    assertThat(letter.state()).isEqualTo(LetterState.WAITING);
    assertThat(letter.recipients()).isEqualTo(Stories.unit().emails());
    assertThat(letter.folder()).isEqualTo("YZ-2020-000007");
    Cover cover = writer.cover(letter, call, Stories.unit());
    assertThat(cover.text()).contains("移送不是逾期的认定").doesNotContain("王五", "示例市人社局");
  }

  @Test
  void statesNoPostmarkThatNobodyCouldRead() {
    assertThat(Stories.saidBy(letter(false, new Transfer.ToNotice(call), "")))
        .contains("转入《" + call.heading().title(), "收到时间 | ")
        .doesNotContain("寄出邮戳 |", "说明 |");
  }

  @Test
  void givesNoOtherUnitAway() {
    assertThat(Stories.saidBy(letter(true, new Transfer.ToUnit(), ""))).contains("转入其他报送单位名下");
  }

  private Letter letter(boolean legible, Transfer.Whither whither, String reason) {
    PaperRecord paper =
        new PaperRecord(
            new PaperNumber("YZ-2020-000007"),
            call.id(),
            Stories.unit().code(),
            Channel.POST,
            new StatedParcel(
                "EMS",
                "77",
                Optional.of(LocalDate.of(2020, 3, 28)),
                legible,
                Optional.of(LocalDate.of(2020, 3, 31))),
            Instant.parse("2020-03-31T10:15:02Z"),
            "clerk1",
            Optional.empty(),
            List.of(new PaperRecord.Candidate("", "王五", Map.of(), Map.of())));
    Transfer transfer = new Transfer(paper, call, Stories.unit(), whither, reason, SENT_ON);
    return writer.transfer(transfer, paper.number().value());
  }
}
