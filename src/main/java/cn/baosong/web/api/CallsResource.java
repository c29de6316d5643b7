package cn.baosong.web.api;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.Department;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.Calls;
import cn.baosong.desk.night.FreezeDesk;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calls: what is live, and why an edited one is not. */
@RestController
@Tag(name = "calls")
class CallsResource {
  private final Calls calls;
  private final CallFaults faults;
  private final FreezeDesk freeze;
  private final WebOffice office;

  CallsResource(Calls calls, CallFaults faults, FreezeDesk freeze, WebOffice office) {
    this.calls = calls;
    this.faults = faults;
    this.freeze = freeze;
    this.office = office;
  }

  /**
   * A call.
   *
   * @param version live version; null when none was ever valid
   * @param faults why the folder as it stands does not take effect
   * @param frozenUntil until when a change takes effect only when it is confirmed, since a deadline
   *     is near; null when none is
   * @param held an edit that waits for this; null when none does
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CallView(
      String id,
      Optional<String> version,
      Optional<String> title,
      Optional<String> number,
      List<DepartmentView> departments,
      List<FaultView> faults,
      Optional<String> frozenUntil,
      Optional<HeldView> held) {}

  record DepartmentView(String id, String name) {
    static DepartmentView of(Department department) {
      return new DepartmentView(department.id(), department.name());
    }
  }

  record FaultView(String file, int line, String key, String zh, String en) {
    static FaultView of(CallFault fault) {
      return new FaultView(fault.file(), fault.line(), fault.key(), fault.zh(), fault.en());
    }
  }

  @GetMapping("/api/v1/calls")
  ListBody<CallView> list(
      @io.swagger.v3.oas.annotations.Parameter(hidden = true) HttpServletRequest request) {
    Query.of(request, "calls");
    Map<String, List<CallFault>> broken = new TreeMap<>(faults.faults());
    List<CallView> views = new ArrayList<>();
    for (Call call : calls.live()) {
      views.add(view(call, told(broken.remove(call.id().value()))));
    }
    broken.forEach((folder, list) -> views.add(neverLive(folder, told(list))));
    return ListBody.whole(views);
  }

  private static List<FaultView> told(@org.jspecify.annotations.Nullable List<CallFault> list) {
    return list == null ? List.of() : list.stream().map(FaultView::of).toList();
  }

  private CallView view(Call call, List<FaultView> faults) {
    return new CallView(
        call.id().value(),
        Optional.of(call.version().value()),
        Optional.of(call.heading().title()),
        call.heading().number(),
        call.departments().stream().map(DepartmentView::of).toList(),
        faults,
        freeze.until(call).map(office::at),
        freeze.of(call.id()).map(held -> HeldView.of(held, office)));
  }

  private static CallView neverLive(String folder, List<FaultView> faults) {
    return new CallView(
        folder,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        faults,
        Optional.empty(),
        Optional.empty());
  }
}
