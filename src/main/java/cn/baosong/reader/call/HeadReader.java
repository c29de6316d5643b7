package cn.baosong.reader.call;

import cn.baosong.core.call.Admission;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Consequence;
import cn.baosong.core.call.Department;
import cn.baosong.core.call.Heading;
import cn.baosong.core.call.Lateness;
import cn.baosong.core.call.Office;
import cn.baosong.core.call.Office.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who issued the notice, who receives, who may deliver, what lateness means. */
final class HeadReader {
  private final Entry root;

  HeadReader(Entry root) {
    this.root = root;
  }

  Heading heading() {
    Entry notice = root.at("notice");
    return new Heading(
        notice.text("title"),
        notice.text("issuer"),
        notice.flag("issuerInferred", false),
        notice.optional("number"),
        notice.date("date"));
  }

  Office office() {
    Entry office = root.at("office");
    List<Contact> contacts =
        office.list("contacts").stream()
            .map(c -> new Contact(c.text("role"), c.text("name"), c.text("phone")))
            .toList();
    return new Office(
        office.text("name"),
        office.text("address"),
        contacts,
        office.texts("emails"),
        office.optional("region"));
  }

  Admission admission() {
    Entry submitters = root.at("submitters");
    Entry channels = root.at("channels");
    Set<String> kinds = submitters.map("kinds").keySet();
    submitters
        .map("units")
        .forEach(
            (unit, kind) -> {
              if (!kinds.contains(kind)) {
                submitters.at("units").at(unit).fault("kinds 里没有类别“" + kind + "”", "unknown kind");
              }
            });
    for (String kind : submitters.map("redirected").keySet()) {
      if (kinds.contains(kind)) {
        submitters
            .at("redirected")
            .at(kind)
            .fault("“" + kind + "”已列入可以报送的类别，不能又转告", "admitted and redirected at once");
      }
    }
    return new Admission(
        submitters.map("kinds"),
        submitters.map("units"),
        submitters.map("redirected"),
        new ChannelReader(channels).forbidden(),
        channels.texts("mailboxes"),
        channels.at("clause").isPresent() ? channels.clause("clause") : submitters.clause("clause"),
        submitters.clause("clause"));
  }

  Lateness lateness() {
    Entry lateness = root.at("lateness");
    List<Consequence> consequences = new ArrayList<>();
    for (Entry item : lateness.list("consequences")) {
      for (Consequence consequence : Consequence.values()) {
        if (consequence.name().equals(item.text())) {
          consequences.add(consequence);
        }
      }
    }
    Clause clause = lateness.clause("clause");
    if (consequences.contains(Consequence.NONE_STATED) && consequences.size() > 1) {
      lateness.at("consequences").fault("NONE_STATED 不能与其他后果并列", "NONE_STATED stands alone");
    }
    if (!consequences.contains(Consequence.NONE_STATED) && !clause.isStated()) {
      lateness.fault("写了后果就要附通知原文", "a stated consequence needs its clause");
    }
    return new Lateness(
        consequences.isEmpty() ? List.of(Consequence.NONE_STATED) : consequences, clause);
  }

  List<Department> departments(Set<String> categories, KindCheck kinds) {
    List<Department> departments = new ArrayList<>();
    for (Entry entry : root.list("departments")) {
      for (Entry category : entry.list("categories")) {
        if (!categories.contains(category.text())) {
          category.fault("登记表的类别字段没有“" + category.text() + "”", "unknown category");
        }
      }
      kinds.check(entry, "units");
      departments.add(
          new Department(
              entry.text("id"),
              entry.text("name"),
              entry.set("categories"),
              entry.set("units"),
              entry.optional("contact"),
              entry.optional("phone"),
              entry.optional("endpoint")));
    }
    Uniqueness.check(root, "departments");
    Overlaps.tell(root.list("departments"), departments, d -> true, Department::scope);
    everyOneHasOne(departments, categories, kinds.admitted());
    return departments;
  }

  private void everyOneHasOne(
      List<Department> departments, Set<String> categories, Set<String> kinds) {
    if (departments.isEmpty()) {
      return;
    }
    for (String kind : kinds) {
      Set<String> asked = categories.isEmpty() ? Set.of("") : categories;
      for (String category : asked) {
        if (departments.stream().noneMatch(d -> d.scope().holds(kind, Optional.of(category)))) {
          String whose = category.isEmpty() ? "单位类别“" + kind + "”" : "类别“" + category + "”";
          root.at("departments").fault(whose + "没有承办处室", "no department for " + kind + category);
          return;
        }
      }
    }
  }
}
