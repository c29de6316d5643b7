package cn.baosong.print;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.Letter.Section;
import java.util.List;
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
   * @param style the style sheet
   * @param printable what makes a text fit for the font
   */
  static Document of(Letter letter, String style, UnaryOperator<String> printable) {
    try {
      Document page = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
      new LetterPage(page, printable).write(letter, style);
      return page;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK cannot make an empty document", e);
    }
  }

  private void write(Letter letter, String style) {
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
    letter.sections().forEach(section -> section(body, section));
    closing(body, letter.closing());
  }

  private void section(Element body, Section section) {
    if (!section.heading().isEmpty()) {
      text(body, "h2", "", section.heading());
    }
    section.paragraphs().forEach(paragraph -> text(body, "p", "", paragraph));
    if (!section.columns().isEmpty()) {
      table(body, section);
    }
  }

  private void table(Element body, Section section) {
    Element table = add(body, "table", "columns" + section.columns().size());
    Element head = add(add(table, "thead", ""), "tr", "");
    section.columns().forEach(column -> text(head, "th", "", column));
    Element rows = add(table, "tbody", "");
    for (List<String> row : section.rows()) {
      Element line = add(rows, "tr", "");
      row.forEach(cell -> text(line, "td", "", cell));
    }
  }

  private void closing(Element body, List<String> lines) {
    int signed = Math.min(SIGNATURE_LINES, lines.size());
    Element signature = add(body, "div", "signature");
    lines.subList(0, signed).forEach(line -> text(signature, "p", "", line));
    if (lines.size() > signed) {
      Element small = add(body, "div", "small");
      lines.subList(signed, lines.size()).forEach(line -> text(small, "p", "", line));
    }
  }

  private void text(Element parent, String name, String styleClass, String text) {
    add(parent, name, styleClass).appendChild(page.createTextNode(printable.apply(text)));
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
