package cn.baosong.reader.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xml.sax.Attributes;

/** {@code xl/sharedStrings.xml}: the texts that cells refer to by number. */
final class SharedTexts extends XmlPart {
  private final List<String> texts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean inText;
  private int phonetic;

  Optional<String> at(int index) {
    return index >= 0 && index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
  }

  @Override
  void start(String element, Attributes attributes) {
    switch (element) {
      case "si" -> text.setLength(0);
      case "rPh" -> phonetic++;
      case "t" -> inText = phonetic == 0;
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String localName, String qName) {
    switch (localName) {
      case "si" -> texts.add(text.toString());
      case "rPh" -> phonetic--;
      case "t" -> inText = false;
      default -> {}
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (inText) {
      text.append(chars, start, length);
    }
  }
}
