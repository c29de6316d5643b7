package cn.baosong.reader.sheet;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** A part of a workbook read event by event: no tree, no DTD, no entity from outside. */
abstract class XmlPart extends DefaultHandler {

  void read(InputStream part) throws IOException, SAXException {
    try (part) {
      XMLReader reader = XMLHelper.newXMLReader();
      reader.setContentHandler(this);
      reader.setErrorHandler(this);
      reader.parse(new InputSource(part));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has a namespace-aware SAX parser", e);
    }
  }

  abstract void start(String element, Attributes attributes) throws SAXException;

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes)
      throws SAXException {
    start(localName, attributes);
  }

  /** Two reasons to stop early: enough was read, or it was too much. */
  static final class Stop extends SAXException {
    private static final long serialVersionUID = 1L;
    private final transient Unreadable reason;

    Stop(Unreadable reason) {
      super(reason);
      this.reason = reason;
    }

    Unreadable reason() {
      return reason;
    }
  }
}
