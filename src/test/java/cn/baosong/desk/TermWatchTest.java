package cn.baosong.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Part;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.CallFixture;
import cn.baosong.core.check.DeadlineFixture;
import cn.baosong.core.check.Windows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermWatchTest {
  private final List<String> asked = new ArrayList<>();

  @Test
  void hasRunningTermsJudgedAgainOnceAnHourOfTheOffice() {
    List<Instant> moments =
        new ArrayList<>(
            List.of(
                Instant.parse("2020-04-13T15:59:50Z"),
                Instant.parse("2020-04-13T15:59:55Z"),
                Instant.parse("2020-04-13T16:00:00Z")));
    TermWatch watch =
        new TermWatch(
            new OneCall(Windows.shanxi2020().make()),
            new Asked(),
            clock(moments),
            ZoneId.of("Asia/Shanghai"));

    watch.look();
    watch.look();
    assertThat(asked).containsExactly("sx-bqw-2020");
    watch.look();
    assertThat(asked).containsExactly("sx-bqw-2020", "sx-bqw-2020");
  }

  @Test
  void hasWhatCameTooEarlyJudgedAgainOnceTheWindowOpens() {
    Call opening =
        new CallFixture("early")
            .deadline(
                DeadlineFixture.of(Part.ELECTRONIC, "2020-03-31")
                    .opening("2020-03-02 09:30")
                    .make())
            .make();
    List<Instant> moments =
        new ArrayList<>(
            List.of(
                Instant.parse("2020-03-02T01:10:00Z"),
                Instant.parse("2020-03-02T01:29:59Z"),
                Instant.parse("2020-03-02T01:30:00Z"),
                Instant.parse("2020-03-02T01:31:00Z")));
    TermWatch watch =
        new TermWatch(
            new OneCall(opening), new Asked(), clock(moments), ZoneId.of("Asia/Shanghai"));

    watch.look();
    watch.look();
    assertThat(asked).containsExactly("early");
    watch.look();
    watch.look();
    assertThat(asked).containsExactly("early", "opened early");
  }

  private static Clock clock(List<Instant> moments) {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return moments.remove(0);
      }
    };
  }

  private static final class OneCall implements Calls {
    private final Call call;

    OneCall(Call call) {
      this.call = call;
    }

    @Override
    public Optional<Call> find(CallId id) {
      return Optional.of(call);
    }

    @Override
    public List<Call> live() {
      return List.of(call);
    }

    @Override
    public Optional<Call> match(String words) {
      return Optional.of(call);
    }
  }

  private final class Asked implements UnitCalls {
    @Override
    public void request(CallId call, UnitCode unit) {}

    @Override
    public void requestInReview(CallId call) {
      asked.add("opened " + call.value());
    }

    @Override
    public void lock(CallId call, UnitCode unit) {}

    @Override
    public void done(CallId call, UnitCode unit) {}

    @Override
    public void requestAll(CallId call) {}

    @Override
    public void requestRunning(CallId call) {
      asked.add(call.value());
    }
  }
}
