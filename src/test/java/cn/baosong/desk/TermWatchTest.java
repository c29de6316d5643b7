package cn.baosong.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
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
    TermWatch watch = new TermWatch(new OneCall(), new Asked(), clock(moments));

    watch.look();
    watch.look();
    assertThat(asked).containsExactly("sx-bqw-2020");
    watch.look();
    assertThat(asked).containsExactly("sx-bqw-2020", "sx-bqw-2020");
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
    private final Call call = Windows.shanxi2020().make();

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
