package cn.baosong.reader.draft;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.desk.Calls;
import cn.baosong.desk.draft.CallCheck;
import cn.baosong.reader.call.LoadedCall;
import cn.baosong.reader.call.Places;
import cn.baosong.reader.lint.Draft;
import cn.baosong.reader.lint.Lints;
import cn.baosong.reader.lint.Warning;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What {@code check} says of a call that loads. */
public final class CallChecks {
  private CallChecks() {}

  /**
   * @param failing what its own cases find wrong with it
   * @param all the calls beside it
   * @param routes folder of the routes, where it is at hand
   */
  public static CallCheck of(
      LoadedCall loaded,
      List<CallFault> failing,
      Calls all,
      WorkingDays days,
      Optional<Path> routes) {
    Draft draft = new Draft(loaded, all, days.in(loaded.call().office().region()), routes);
    return new CallCheck(
        Optional.of(loaded.call()),
        loaded.cases().size(),
        failing,
        Lints.warnings(draft).stream().map(CallChecks::note).toList(),
        open(loaded));
  }

  private static CallCheck.Note note(Warning warning) {
    return new CallCheck.Note(
        warning.code().name(),
        warning.file(),
        warning.line(),
        warning.key(),
        warning.zh(),
        warning.en());
  }

  private static List<CallCheck.Open> open(LoadedCall loaded) {
    List<Ambiguity> all = loaded.call().ambiguities();
    return IntStream.range(0, all.size())
        .filter(i -> !all.get(i).isSettled())
        .mapToObj(i -> open(all.get(i), "ambiguities[" + i + "]", loaded.places()))
        .toList();
  }

  private static CallCheck.Open open(Ambiguity open, String key, Places places) {
    return new CallCheck.Open(
        open.id(), places.file(), places.line(key), key, open.question(), open.readings());
  }
}
