package cn.baosong.json;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.call.Value;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.TimeEvidence;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import java.util.function.Function;

/** The small types of the core as what they are: strings, and a form as an object. */
final class CoreModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  CoreModule() {
    super("baosong-core");
    text(CallId.class, CallId::value, CallId::new);
    text(CallVersion.class, CallVersion::value, CallVersion::new);
    text(UnitCode.class, UnitCode::value, UnitCode::new);
    text(Digest.class, Digest::hex, Digest::new);
    text(SubmissionNumber.class, SubmissionNumber::value, SubmissionNumber::new);
    text(DossierNumber.class, DossierNumber::value, DossierNumber::new);
    text(PaperNumber.class, PaperNumber::value, PaperNumber::new);
    text(Channel.class, Channel::code, CoreModule::channel);
    as(Value.Fields.class, FormData.class, f -> new Value.Fields(f.fields()), CoreModule::form);
    as(EvidenceShape.class, TimeEvidence.class, EvidenceShape::of, EvidenceShape::evidence);
    addSerializer(Value.class, new ValueWriter());
    addDeserializer(Value.class, new ValueReader());
    addDeserializer(Value.Fields.class, new ValueReader.OfFields());
  }

  private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
    as(String.class, type, write, read);
  }

  private <T, S> void as(Class<S> shape, Class<T> type, Function<T, S> write, Function<S, T> read) {
    addSerializer(type, new StdDelegatingSerializer(type, converter(type, shape, write)));
    addDeserializer(type, new StdDelegatingDeserializer<>(converter(shape, type, read)));
  }

  private static <A, B> TypedConverter<A, B> converter(
      Class<A> from, Class<B> to, Function<A, B> function) {
    return new TypedConverter<>(from, to, function);
  }

  private static Channel channel(String code) {
    return Channel.ofCode(code)
        .orElseThrow(() -> new IllegalArgumentException("no channel is called " + code));
  }

  private static FormData form(Value.Fields fields) {
    return new FormData(fields.fields());
  }
}
