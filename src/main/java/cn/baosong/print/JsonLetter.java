package cn.baosong.print;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.submission.SubmissionNumber;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** A letter as the record it was printed from. */
final class JsonLetter {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule(), numbers())
          .disable(
              SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
              SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private JsonLetter() {}

  static byte[] of(Letter letter) throws JsonProcessingException {
    return MAPPER.writeValueAsBytes(letter);
  }

  private static SimpleModule numbers() {
    return new SimpleModule()
        .addSerializer(SubmissionNumber.class, ToStringSerializer.instance)
        .addSerializer(DossierNumber.class, ToStringSerializer.instance)
        .addSerializer(CallId.class, ToStringSerializer.instance)
        .addSerializer(UnitCode.class, ToStringSerializer.instance);
  }
}
