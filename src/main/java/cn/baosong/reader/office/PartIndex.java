package cn.baosong.reader.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The types of parts, or the relations of one: read event by event, without DTD and entities. */
final class PartIndex extends DefaultHandler {
  private final Set<Cargo> cargo;

  PartIndex(Set<Cargo> cargo) {
    this.cargo = cargo;
  }

  void read(InputStream part) throws IOException, SAXException {
    try {
      XMLReader reader = XMLHelper.newXMLReader();
      reader.setContentHandler(this);
      reader.setErrorHandler(this);
      reader.parse(new InputSource(part));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has a namespace-aware SAX parser", e);
    }
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) {
    String type = value(attributes, "ContentType") + value(attributes, "Type");
    if (type.contains("vbaproject") || type.contains("macro")) {
      cargo.add(Cargo.MACRO);
    }
    if (type.contains("oleobject") || type.contains("activex") || type.endsWith("/package")) {
      cargo.add(Cargo.OBJECT);
    }
    // a hyperlink waits for a click; all other relations elsewhere are followed on opening
    if (value(attributes, "TargetMode").equals("external") && !type.endsWith("/hyperlink")) {
      cargo.add(Cargo.LINK);
    }
  }

  private static String value(Attributes attributes, String name) {
    String value = attributes.getValue(name);
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }
}
