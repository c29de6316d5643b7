package cn.baosong.print;

import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A page as an XHTML tree. It is built of elements and text nodes, never of markup, so that nothing
 * a sender wrote can become markup.
 *
 * @param printable what makes a text fit for the font
 */
record PageTree(Document page, UnaryOperator<String> printable) {

  static PageTree begin(UnaryOperator<String> printable) {
    try {
      return new PageTree(
          DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument(), printable);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK cannot make an empty document", e);
    }
  }

  /** The head of the page, and its body to be filled. */
  Element body(String title, String description, String style) {
    Element html = page.createElement("html");
    html.setAttribute("lang", "zh-CN");
    page.appendChild(html);
    Element head = add(html, "head", "");
    add(head, "title", "").setTextContent(printable.apply(title));
    Element about = add(head, "meta", "");
    about.setAttribute("name", "description");
    about.setAttribute("content", printable.apply(description));
    add(head, "style", "").setTextContent(style);
    return add(html, "body", "");
  }

  Element text(Element parent, String name, String styleClass, String text) {
    Element child = add(parent, name, styleClass);
    child.appendChild(page.createTextNode(printable.apply(text)));
    return child;
  }

  Element add(Element parent, String name, String styleClass) {
    Element child = page.createElement(name);
    if (!styleClass.isEmpty()) {
      child.setAttribute("class", styleClass);
    }
    parent.appendChild(child);
    return child;
  }
}
