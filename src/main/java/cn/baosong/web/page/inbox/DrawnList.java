package cn.baosong.web.page.inbox;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Changes;
import cn.baosong.desk.Place;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.SharedParts;
import cn.baosong.web.page.SinceChange;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The list as it is drawn, once after each change for all who ask for the same with the same rights
 * in the same language. Forms, which carry their sender's token, are not part of it.
 */
@Component
class DrawnList {
  private final ListView view;
  private final SharedParts parts;
  private final SinceChange<Asked, Drawn> known;

  DrawnList(ListView view, SharedParts parts, Changes changes, WebOffice office) {
    this.view = view;
    this.parts = parts;
    this.known = SinceChange.orSecond(changes, office.machine(), this::drawn);
  }

  /**
   * Where the page begins or ends.
   *
   * @param after empty for the first page
   */
  record Edge(Optional<Place> after, Optional<Place> before) {
    static final Edge NONE = new Edge(Optional.empty(), Optional.empty());
  }

  /** What of a viewer's rights shows in the list. */
  private record Rights(boolean opens, boolean binds) {}

  private record Asked(InboxQuery.Asked query, Edge edge, Rights rights, Locale language) {}

  /**
   * A drawn list.
   *
   * @param above its upper part, as HTML
   * @param below the part below what only some may stop
   */
  record Drawn(ListPage page, String above, String below) {}

  /**
   * @param told number of the act that the page has been told of; one that has been told of none is
   *     shown the latest
   */
  Drawn of(InboxQuery.Asked query, Edge edge, Viewer viewer, long told) {
    boolean clerk = viewer.is(Role.CLERK);
    Rights rights = new Rights(clerk || viewer.is(Role.AUDITOR), clerk && query.isUnassigned());
    return known.get(new Asked(query, edge, rights, LocaleContextHolder.getLocale()), told);
  }

  private Drawn drawn(Asked asked) {
    ListPage page = view.page(asked.query(), asked.edge().after(), asked.edge().before());
    Map<String, Object> shown =
        Map.of(
            "page", page,
            "live", page.edges().first(),
            "opens", asked.rights().opens(),
            "binds", asked.rights().binds());
    return new Drawn(page, parts.draw("list", "above", shown), parts.draw("list", "below", shown));
  }
}
