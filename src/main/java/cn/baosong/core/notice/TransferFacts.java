package cn.baosong.core.notice;

import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.StatedParcel;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a letter on a parcel that was sent on knows: above all, that its times stay. */
record TransferFacts(Wording wording, Letterhead head, Moments moments, Transfer transfer) {
  Facts facts() {
    PaperRecord paper = transfer.paper();
    StatedParcel parcel = paper.parcel();
    return new Facts()
        .put(Fact.NUMBER, paper.number().value())
        .put(Fact.CHANNEL, paper.channel().chinese())
        .put(Fact.PARCEL, Shown.name((parcel.carrier() + " " + parcel.item()).strip()))
        .put(Fact.SENT, sent(parcel))
        .put(Fact.RECEIVED, moments.moment(paper.received()))
        .put(Fact.PEOPLE, people(paper))
        .put(Fact.TRANSFERRED, whither(transfer.whither()))
        .put(Fact.TRANSFERRED_AT, moments.moment(transfer.at()))
        .put(Fact.REASON, Shown.cell(transfer.reason()));
  }

  private static Optional<String> sent(StatedParcel parcel) {
    return parcel.dispatchPostmark().filter(day -> parcel.postmarkLegible()).map(Moments::day);
  }

  private static String people(PaperRecord paper) {
    return paper.candidates().stream()
        .map(person -> Shown.name(person.name()))
        .distinct()
        .collect(Collectors.joining("、"));
  }

  private String whither(Transfer.Whither whither) {
    if (whither instanceof Transfer.ToOffice office) {
      return wording.say(Phrase.TRANSFER_OFFICE, office.name());
    }
    return whither instanceof Transfer.ToNotice notice
        ? wording.say(Phrase.TRANSFER_NOTICE, head.notice(notice.right()))
        : wording.say(Phrase.TRANSFER_UNIT);
  }
}
