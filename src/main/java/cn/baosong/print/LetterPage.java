package cn.baosong.print;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.Letter.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A letter as an XHTML tree. It is built of elements and text nodes, never of markup, so that
 * nothing a sender wrote can become markup.
 */
final class LetterPage {
  private static final int SIGNATURE_LINES = 2;

  private final Document page;
  private final UnaryOperator<String> printable;

  private LetterPage(Document page, UnaryOperator<String> printable) {
    this.page = page;
    this.printable = printable;
  }

  /**
   * @param sections what the page shows of the letter's body
   * @param style the style sheet
   * @param printable what makes a text fit for the font
   */
  static Document of(
      Letter letter, List<Section> sections, String style, UnaryOperator<String> printable) {
    try {
      Document page = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
      new LetterPage(page, printable).write(letter, sections, style);
      return page;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK cannot make an empty document", e);
    }
  }

  private void write(Letter letter, List<Section> sections, String style) {
    Element html = page.createElement("html");
    html.setAttribute("lang", "zh-CN");
    page.appendChild(html);
    Element head = add(html, "head", "");
    add(head, "title", "").setTextContent(printable.apply(letter.title()));
    Element about = add(head, "meta", "");
    about.setAttribute("name", "description");
    about.setAttribute("content", printable.apply(letter.title() + " " + letter.reference()));
    add(head, "style", "").setTextContent(style);
    Element body = add(html, "body", "");
    text(body, "div", "reference", letter.reference());
    text(body, "h1", "", letter.title());
    text(body, "p", "addressee", letter.addressee() + "：");
    Optional<String> last = lastParagraph(sections);
    for (int i = 0; i < sections.size(); i++) {
      boolean cut = last.isPresent() && i == sections.size() - 1;
      section(body, cut ? withoutLast(sections.get(i)) : sections.get(i));
    }
    Element end = add(body, "div", "end");
    last.ifPresent(paragraph -> text(end, "p", "", paragraph));
    closing(end, letter.closing());
  }

  /** It keeps the signature company, which never stands alone on a page. */
  private static Optional<String> lastParagraph(List<Section> sections) {
    if (sections.isEmpty()) {
      return Optional.empty();
    }
    Section last = sections.get(sections.size() - 1);
    boolean text = last.columns().isEmpty() && !last.paragraphs().isEmpty();
    return text
        ? Optional.of(last.paragraphs().get(last.paragraphs().size() - 1))
        : Optional.empty();
  }

  private static Section withoutLast(Section section) {
    List<String> paragraphs = section.paragraphs();
    return new Section(
        section.heading(), paragraphs.subList(0, paragraphs.size() - 1), List.of(), List.of());
  }

  private void section(Element parent, Section section) {
    if (!section.heading().isEmpty()) {
      text(parent, "h2", "", section.heading());
    }
    section.paragraphs().forEach(paragraph -> text(parent, "p", "", paragraph));
    if (!section.columns().isEmpty()) {
      table(parent, section);
    }
  }

  private void table(Element parent, Section section) {
    Element table = add(parent, "table", "");
    Element head = add(add(table, "thead", ""), "tr", "");
    double[] widths = ColumnWidths.of(section.columns(), printed(section.rows()));
    for (int i = 0; i < widths.length; i++) {
      Element column = text(head, "th", "", section.columns().get(i));
      column.setAttribute("style", String.format(Locale.ROOT, "width: %.1f%%", widths[i]));
    }
    Element rows = add(table, "tbody", "");
    for (List<String> row : section.rows()) {
      Element line = add(rows, "tr", "");
      row.forEach(cell -> text(line, "td", "", cell));
    }
  }

  private List<List<String>> printed(List<List<String>> rows) {
    return rows.stream().map(row -> row.stream().map(printable).toList()).toList();
  }

  private void closing(Element parent, List<String> lines) {
    int signed = Math.min(SIGNATURE_LINES, lines.size());
    Element signature = add(parent, "div", "signature");
    lines.subList(0, signed).forEach(line -> text(signature, "p", "", line));
    if (lines.size() > signed) {
      Element small = add(parent, "div", "small");
      lines.subList(signed, lines.size()).forEach(line -> text(small, "p", "", line));
    }
  }

  private Element text(Element parent, String name, String styleClass, String text) {
    Element child = add(parent, name, styleClass);
    child.appendChild(page.createTextNode(printable.apply(text)));
    return child;
  }

  private Element add(Element parent, String name, String styleClass) {
    Element child = page.createElement(name);
    if (!styleClass.isEmpty()) {
      child.setAttribute("class", styleClass);
    }
    parent.appendChild(child);
    return child;
  }
}
