package cn.baosong.reader.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of an HTML letter. Nothing is fetched, nothing is run. */
final class HtmlText {
  private static final int MOST_LINKS = 200;
  private static final int NEIGHBOURHOOD = 400;

  private final Document document;

  private HtmlText(Document document) {
    this.document = document;
  }

  /**
   * A link with what stands around it.
   *
   * @param text of the link itself
   * @param around the text of the smallest block that says more than the link
   */
  record Link(String address, String text, String around) {}

  /**
   * Reads a letter.
   *
   * @param most characters without styles and comments: parsing takes the square of what is nested
   */
  static HtmlText of(String html, int most) {
    String bare = without(without(html, "<!--", "-->"), "<style", "</style>");
    Document document = Jsoup.parse(bare.substring(0, Math.min(most, bare.length())));
    document.select("script,style,head,template,noscript").remove();
    return new HtmlText(document);
  }

  private static String without(String html, String begin, String end) {
    String lower = html.toLowerCase(Locale.ROOT);
    StringBuilder rest = new StringBuilder();
    int at = 0;
    for (int from = lower.indexOf(begin); from >= at; from = lower.indexOf(begin, at)) {
      int to = lower.indexOf(end, from);
      if (to < 0) {
        break;
      }
      rest.append(html, at, from);
      at = to + end.length();
    }
    return rest.append(html, at, html.length()).toString();
  }

  /** Lines as a reader sees them. */
  String text() {
    StringBuilder text = new StringBuilder();
    document.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(words.text());
            } else if (node instanceof Element element && element.normalName().equals("br")) {
              text.append('\n');
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
              text.append('\n');
            }
          }
        });
    return text.toString()
        .replaceAll("[ \\t\\u00a0]+", " ")
        .replaceAll(" ?\\n[ \\n]*", "\n")
        .strip();
  }

  /** Links of the letter itself, without those of the letter that it quotes. */
  List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (Element anchor : document.select("a[href]")) {
      if (links.size() < MOST_LINKS && anchor.closest("blockquote") == null) {
        links.add(new Link(anchor.attr("href"), anchor.text(), around(anchor)));
      }
    }
    return links;
  }

  private static String around(Element anchor) {
    String best = anchor.text();
    for (Element up = anchor.parent(); up != null; up = up.parent()) {
      String text = up.text();
      if (text.length() > NEIGHBOURHOOD) {
        return best;
      }
      best = text;
    }
    return best;
  }
}
