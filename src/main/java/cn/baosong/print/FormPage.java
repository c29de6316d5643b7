package cn.baosong.print;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.FormLayout;
import cn.baosong.desk.FormPress.FormSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A filled-in registration form as an XHTML tree: its parts as tables, then where to sign. */
final class FormPage {
  /** How the ids of cells begin, before the number of the field. */
  static final String LABELLED = "l";

  static final String VALUED = "v";

  /** Full-width characters that fit beside a label when two fields share a line. */
  private static final int HALF = 14;

  private static final int LONG = 300;
  private static final int LABEL = 9;

  private final PageTree tree;
  private final FormWords words;
  private final FormSheet sheet;
  private final List<String> fields = new ArrayList<>();

  private FormPage(PageTree tree, FormWords words, FormSheet sheet) {
    this.tree = tree;
    this.words = words;
    this.sheet = sheet;
  }

  /**
   * A form as it is laid out.
   *
   * @param fields in the order of the ids of their cells
   */
  record Written(Document page, List<String> fields) {}

  static Written of(
      FormSheet sheet, FormWords words, String style, UnaryOperator<String> printable) {
    PageTree tree = PageTree.begin(printable);
    FormPage form = new FormPage(tree, words, sheet);
    form.write(style);
    return new Written(tree.page(), List.copyOf(form.fields));
  }

  private void write(String style) {
    FormLayout layout = sheet.call().form().layout();
    String title = words.title(layout);
    Element body = tree.body(title, title + " " + sheet.reference(), style);
    tree.text(body, "h1", "", title);
    FormData form = sheet.form();
    layout.whole(sheet.call().form().fields(), form).forEach(part -> part(body, part));
    signatures(body, words.signatures(layout));
    tree.text(body, "p", "note", words.note());
  }

  private void part(Element body, FormLayout.Part part) {
    if (!part.heading().isEmpty()) {
      tree.text(body, "h2", "", part.heading());
    }
    Element rows = tree.add(tree.add(body, "table", ""), "tbody", "");
    List<String> half = new ArrayList<>();
    for (String field : part.fields()) {
      if (isShort(field)) {
        half.add(field);
      } else {
        flush(rows, half);
        wide(rows, field);
      }
      if (half.size() == 2) {
        flush(rows, half);
      }
    }
    flush(rows, half);
  }

  private void flush(Element rows, List<String> half) {
    if (half.size() == 1) {
      wide(rows, half.get(0));
    } else if (!half.isEmpty()) {
      Element row = tree.add(rows, "tr", "");
      half.forEach(field -> pair(row, field));
    }
    half.clear();
  }

  private void wide(Element rows, String field) {
    Element row = tree.add(rows, "tr", value(field).length() > LONG ? "long" : "");
    pair(row, field).setAttribute("colspan", "3");
  }

  private Element pair(Element row, String field) {
    tree.text(row, "th", "", field).setAttribute("id", LABELLED + fields.size());
    Element cell = tree.text(row, "td", "", value(field));
    cell.setAttribute("id", VALUED + fields.size());
    fields.add(field);
    return cell;
  }

  private boolean isShort(String field) {
    return field.length() <= LABEL && value(field).length() <= HALF;
  }

  private String value(String field) {
    return sheet.form().text(field).orElse("");
  }

  private void signatures(Element body, List<String> places) {
    Element rows = tree.add(tree.add(tree.add(body, "div", "sign"), "table", ""), "tbody", "");
    for (int i = 0; i < places.size(); i += 2) {
      Element row = tree.add(rows, "tr", "");
      signature(row, places.get(i));
      signature(row, i + 1 < places.size() ? places.get(i + 1) : "");
    }
  }

  private void signature(Element row, String place) {
    Element cell = tree.add(row, "td", "");
    if (!place.isEmpty()) {
      tree.text(cell, "p", "", place + "：");
      tree.text(cell, "p", "date", words.date());
    }
  }
}
