package cn.baosong.desk.digest;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.dossier.Masking;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.ChannelDesk;
import cn.baosong.desk.ChannelState;
import cn.baosong.desk.Failures;
import cn.baosong.desk.HeldEdits;
import cn.baosong.desk.Intake;
import cn.baosong.desk.Mailings;
import cn.baosong.desk.ScreeningDesk;
import cn.baosong.desk.UnitRegister;
import cn.baosong.desk.Window;
import cn.baosong.desk.route.Idle;
import cn.baosong.desk.route.RouteDesk;
import cn.baosong.desk.route.RouteFault;
import cn.baosong.desk.route.RouteFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Everything of the office that is broken or not in effect now. */
public final class Troubles implements Supplier<List<Trouble>> {
  private final Running running;
  private final Written written;

  /** What runs. */
  public record Running(
      ChannelDesk channels,
      RouteDesk routes,
      Failures failures,
      Mailings mailings,
      Intake intake,
      ScreeningDesk screening) {}

  /** What people wrote. */
  public record Written(
      CallFaults calls, HeldEdits edits, UnitRegister register, RouteFiles routes) {}

  public Troubles(Running running, Written written) {
    this.running = running;
    this.written = written;
  }

  @Override
  public List<Trouble> get() {
    List<Trouble> all = new ArrayList<>();
    running
        .intake()
        .closed()
        .ifPresent(why -> all.add(new Trouble("已暂停取件：" + why, "Intake is stopped: " + why)));
    channels(all);
    routes(all);
    failures(all);
    mails(all);
    running
        .screening()
        .trouble()
        .ifPresent(
            trouble -> all.add(new Trouble("查毒服务没有回应。", "The malware scanner does not answer.")));
    calls(all);
    return all;
  }

  private void channels(List<Trouble> all) {
    for (ChannelState state : running.channels().all()) {
      if (state.level() == ChannelState.Level.FAILED) {
        String name = state.source().name();
        String why = state.source().error().map(Masking::text).orElse("");
        String signs =
            state.signs().stream()
                .filter(sign -> sign.level() == ChannelState.Level.FAILED)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
        all.add(
            new Trouble(
                "渠道 " + name + " 有故障" + (why.isEmpty() ? "（" + signs + "）" : "：" + why),
                "Channel " + name + " has failed: " + signs));
        long missing = state.missing();
        if (missing > 0) {
          all.add(
              new Trouble(
                  "渠道 " + name + " 有 " + missing + " 件没有登记，见“渠道与对账”。",
                  "Channel " + name + " holds " + missing + " unregistered."));
        }
      }
    }
  }

  private void routes(List<Trouble> all) {
    for (Idle idle : running.routes().idle()) {
      all.add(
          new Trouble(
              "路由 " + idle.id() + " 没有运行（" + idle.state() + "）。",
              "Route " + idle.id() + " does not run (" + idle.state() + ")."));
    }
  }

  private void failures(List<Trouble> all) {
    Map<Failures.Step, Long> parked =
        running.failures().list(Optional.empty(), Window.first(Window.MOST)).items().stream()
            .filter(Failures.Failure::parked)
            .collect(
                Collectors.groupingBy(Failures.Failure::step, TreeMap::new, Collectors.counting()));
    parked.forEach(
        (step, many) ->
            all.add(
                new Trouble(
                    "多次失败、等人处理的有 " + many + " 项（" + step + "），见“失败与重试”。",
                    many + " failed for good at " + step + " and wait for a person.")));
  }

  private void mails(List<Trouble> all) {
    running
        .mailings()
        .standings()
        .forEach(
            (provider, standing) ->
                all.add(
                    new Trouble(
                        "发往 " + provider + " 的文书发不出去：" + standing.trouble().cause(),
                        "Letters to "
                            + provider
                            + " do not leave: "
                            + standing.trouble().cause())));
    long toCall = running.mailings().toCall();
    if (toCall > 0) {
      all.add(
          new Trouble(
              "有 " + toCall + " 个单位的文书没有送达，要打电话。",
              toCall + " units are to be rung up: their letters were not delivered."));
    }
  }

  private void calls(List<Trouble> all) {
    new TreeMap<>(written.calls().faults())
        .forEach(
            (call, faults) -> {
              CallFault first = faults.get(0);
              String place = call + "/" + first.file() + ":" + first.line() + " " + first.key();
              all.add(
                  new Trouble(
                      "通知 " + call + " 的改动没有生效：" + place + " " + first.zh(),
                      "An edit of " + call + " is not in effect: " + place + " " + first.en()));
            });
    for (HeldEdits.Held held : written.edits().held()) {
      String call = held.next().id().value();
      all.add(
          held.isRemoval()
              ? new Trouble(
                  "通知 " + call + " 的文件夹在截止前后被移走，等人确认。",
                  "The folder of " + call + " was removed near its deadline: to be confirmed.")
              : new Trouble(
                  "通知 " + call + " 截止前后的改动等人确认。",
                  "An edit of " + call + " near its deadline waits to be confirmed."));
    }
    for (RouteFault fault : written.routes().faults()) {
      all.add(
          new Trouble(
              "路由的改动没有生效：routes/" + fault.place() + " " + fault.about(),
              "An edit of the routes is not in effect: " + fault));
    }
    int faults = written.register().faults().size();
    if (faults > 0) {
      all.add(
          new Trouble(
              "单位名册有 " + faults + " 处错误，见“失败与重试”。",
              "The registry of units has " + faults + " faults."));
    }
  }
}
