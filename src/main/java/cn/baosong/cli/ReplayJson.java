package cn.baosong.cli;

import cn.baosong.core.call.Call;
import cn.baosong.desk.ReplayTally;
import cn.baosong.desk.Replayed;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** The same as one object, written as it is known: only units with something to tell are in it. */
final class ReplayJson implements ReplayReport {
  private final JsonGenerator json;

  ReplayJson(PrintWriter out, Call under) {
    try {
      json = Output.generator(out);
      json.writeStartObject();
      json.writeStringField("call", under.id().value());
      json.writeStringField("callVersion", under.version().value());
      json.writeArrayFieldStart("units");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void unit(Replayed unit) {
    if (ReplayReport.isTold(unit)) {
      try {
        json.writePOJO(ReplayView.of(unit));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void end(ReplayTally tally) {
    try {
      json.writeEndArray();
      json.writePOJOField("summary", tally.sum());
      json.writeEndObject();
      json.writeRaw('\n');
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
