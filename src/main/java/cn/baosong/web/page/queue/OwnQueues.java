package cn.baosong.web.page.queue;

import cn.baosong.core.call.Department;
import cn.baosong.desk.Calls;
import cn.baosong.web.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The departments of the live calls, as far as somebody may look into their queues. */
@Component
class OwnQueues {
  private final Calls calls;

  OwnQueues(Calls calls) {
    this.calls = calls;
  }

  /** The same id in two calls is the same queue. */
  List<Department> of(Viewer viewer) {
    Map<String, Department> all =
        calls.live().stream()
            .flatMap(call -> call.departments().stream())
            .collect(Collectors.toMap(Department::id, d -> d, (first, again) -> first));
    return all.values().stream()
        .filter(d -> viewer.sees(Optional.of(d.id())))
        .sorted(Comparator.comparing(Department::id))
        .toList();
  }

  /**
   * The name of a department; its id where no live call declares it any more.
   *
   * @throws AccessDeniedException when its people are not the viewer's to see
   */
  String name(String department, Viewer viewer) {
    if (!viewer.sees(Optional.of(department))) {
      throw new AccessDeniedException(department);
    }
    return of(viewer).stream()
        .filter(d -> d.id().equals(department))
        .map(Department::name)
        .findFirst()
        .orElse(department);
  }

  /**
   * @throws AccessDeniedException when the viewer is no officer of it
   */
  static void mustServe(Viewer viewer, String department) {
    if (!viewer.serves(department)) {
      throw new AccessDeniedException(department);
    }
  }
}
