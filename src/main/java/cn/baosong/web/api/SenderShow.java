package cn.baosong.web.api;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.SenderBinding;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.SenderAdvice;
import cn.baosong.desk.SenderAdvice.Suggestion;
import cn.baosong.desk.SenderDesk;
import cn.baosong.desk.Senders;
import cn.baosong.desk.Speakers;
import cn.baosong.desk.Submissions;
import cn.baosong.web.Registry;
import cn.baosong.web.WebOffice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who speaks, who may, and whose mails wait, as the interface and the pages show it. */
@Component
public final class SenderShow {
  /** Mails of one address that are shown, and that the suggestions rest on. */
  private static final int SHOWN = 10;

  private final Senders senders;
  private final Speakers speakers;
  private final SenderAdvice advice;
  private final Submissions submissions;
  private final Registry registry;
  private final WebOffice office;

  SenderShow(
      Senders senders,
      Speakers speakers,
      SenderAdvice advice,
      Submissions submissions,
      Registry registry,
      WebOffice office) {
    this.senders = senders;
    this.speakers = speakers;
    this.advice = advice;
    this.submissions = submissions;
    this.registry = registry;
    this.office = office;
  }

  /** Who speaks by the mail that a delivery came in. */
  public SenderView of(Sender sender, Submission submission) {
    Optional<Mail> mail = submission.mail();
    boolean verified = submission.unit().map(sender::isVerifiedFor).orElse(sender.isVerified());
    return new SenderView(
        said(sender.address()),
        shownName(mail),
        mail.map(Mail::subject).map(Masking::text).orElse(""),
        sender.proof().name(),
        verified,
        !verified && submission.unit().isPresent(),
        submission.waitsForSender(),
        SenderDesk.dismissal(submission).isPresent(),
        sender.voices().stream().map(this::voice).toList());
  }

  private static Optional<String> said(String address) {
    return Optional.of(address).filter(a -> !a.isEmpty());
  }

  private static String shownName(Optional<Mail> mail) {
    return mail.flatMap(m -> m.people().from()).map(Mail.Address::name).orElse("");
  }

  private SenderView.VoiceView voice(Sender.Voice voice) {
    Optional<SenderBinding> bound = voice.binding().flatMap(senders::find);
    return new SenderView.VoiceView(
        voice.unit().value(),
        name(voice.unit()),
        bound.map(SenderBinding::by),
        bound.map(b -> office.at(b.at())),
        bound.map(SenderBinding::reason));
  }

  private String name(UnitCode code) {
    return registry.unit(Optional.of(code)).map(Unit::name).orElse(code.value());
  }

  public BindingView of(SenderBinding binding) {
    return new BindingView(
        binding.id(),
        binding.address(),
        binding.unit().value(),
        name(binding.unit()),
        binding.holds() ? "HOLDS" : "ENDED",
        binding.by(),
        office.at(binding.at()),
        binding.reason(),
        binding
            .end()
            .map(end -> new BindingView.EndView(end.by(), office.at(end.at()), end.reason())));
  }

  /** A unit with the addresses that the registry of units has for it. */
  public record Registered(String unitName, List<String> addresses) {}

  /** What the registry says of an address, or of a unit. */
  public List<Registered> registered(String address, Optional<Unit> unit) {
    return unit.map(List::of).orElseGet(() -> speakers.registeredAt(address)).stream()
        .map(u -> new Registered(u.name(), u.emails()))
        .toList();
  }

  public WaitingView of(Senders.Waiting waiting) {
    List<Submission> mails = mails(waiting.address());
    return new WaitingView(
        said(waiting.address()),
        mails.isEmpty() ? "" : shownName(mails.get(mails.size() - 1).mail()),
        waiting.mails(),
        office.at(waiting.oldest()),
        mails.stream().map(this::mail).toList(),
        suggestions(waiting.address(), mails),
        advice
            .resembled(waiting.address())
            .map(r -> new WaitingView.ResembledView(r.domain(), r.unit().map(Unit::name))));
  }

  /** The units for which an address may speak, the likeliest first. */
  public List<WaitingView.SuggestionView> suggestions(String address) {
    return suggestions(address, mails(address));
  }

  private List<WaitingView.SuggestionView> suggestions(String address, List<Submission> mails) {
    return advice.on(address, mails).stream().map(SenderShow::suggestion).toList();
  }

  private List<Submission> mails(String address) {
    return senders.waitingAt(address, SHOWN).stream()
        .flatMap(number -> submissions.find(number).stream())
        .filter(Submission::waitsForSender)
        .toList();
  }

  private WaitingView.MailView mail(Submission submission) {
    Optional<Mail> mail = submission.mail();
    return new WaitingView.MailView(
        submission.number().value(),
        submission.publicId(),
        submission.state().name(),
        Masking.text(
            mail.map(Mail::subject).filter(s -> !s.isBlank()).orElse(submission.first().name())),
        office.at(submission.effective().received().interval().latest()),
        office.at(submission.first().registered()),
        submission.sender().orElse(Sender.NOBODY).proof().name(),
        mail.map(m -> m.enclosures().size()).orElse(0),
        mail.map(Mail::junk).orElse(false),
        submission.stated().unitName().or(() -> submission.stated().unitCode()).map(Masking::text));
  }

  private static WaitingView.SuggestionView suggestion(Suggestion suggestion) {
    Map<String, String> reasons = new LinkedHashMap<>();
    suggestion.reasons().forEach((why, words) -> reasons.put(why.name(), words));
    Unit unit = suggestion.unit();
    return new WaitingView.SuggestionView(
        unit.code().value(), unit.name(), unit.contact(), unit.phone(), reasons);
  }
}
