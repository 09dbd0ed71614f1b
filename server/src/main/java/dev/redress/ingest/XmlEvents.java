package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.MissingResourceException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Elements and texts of an XML document, one after the other in constant memory. The document comes
 * from a stranger: it may have no document type declaration, so there are no entities but those of
 * XML itself and nothing outside is read; elements nest at most {@value #DEPTH_MAX} deep; and a
 * name, an attribute or a comment of more than {@value #TOKEN_BYTES_MAX} bytes ends the reading. A
 * long text comes in parts.
 */
final class XmlEvents implements AutoCloseable {
  private static final int DEPTH_MAX = 64;
  private static final int TOKEN_BYTES_MAX = 4 * 1024 * 1024;

  /** What comes next. */
  enum Event {
    /** An element begins. */
    START,
    /** A text, or a part of one. */
    TEXT,
    /** An element ends. */
    END
  }

  private final Limited bytes;
  private final XMLStreamReader xml;
  private int depth;

  private XmlEvents(Limited bytes, XMLStreamReader xml) {
    this.bytes = bytes;
    this.xml = xml;
  }

  /**
   * Of a document that is read from these bytes, which are closed with it.
   *
   * @throws RedressException {@code FILE_FORMAT_UNKNOWN} when it is none
   */
  static XmlEvents of(InputStream bytes) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // These count every &amp; of a long document; entities that could grow are refused with the
    // DTD.
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.entityExpansionLimit", "0");
    factory.setXMLResolver(
        (_, _, _, _) -> {
          throw new XMLStreamException("nothing outside of the document is read");
        });
    Limited limited = new Limited(bytes);
    try {
      return new XmlEvents(limited, factory.createXMLStreamReader(limited));
    } catch (XMLStreamException e) {
      throw malformed(e, e.getLocation());
    }
  }

  /** Goes on to the next of them; absent at the end of the document. */
  @Nullable Event next() {
    try {
      while (xml.hasNext()) {
        bytes.sinceToken = 0;
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            if (depth > DEPTH_MAX) {
              throw new RedressException(
                  ErrorReason.TOO_LARGE,
                  "the elements of the file nest deeper than " + DEPTH_MAX + ": export it anew");
            }
            return Event.START;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return Event.END;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            return Event.TEXT;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new RedressException(
                  ErrorReason.FILE_FORMAT_UNKNOWN,
                  "the file has a document type declaration or an entity of its own, which are not"
                      + " read: export it without them");
          default -> {}
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw malformed(e, e.getLocation());
    } catch (MissingResourceException e) {
      // The JDK's parser has no words for some faults, such as U+0000 in a document type
      // declaration.
      throw malformed(e, xml.getLocation());
    }
  }

  /** The name of the element that begins or ends, without its prefix. */
  String name() {
    return xml.getLocalName();
  }

  /** The namespace of the element that begins or ends; empty when it has none. */
  String namespace() {
    String namespace = xml.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  /** An attribute of the element that begins, by its name without prefix; empty: none. */
  String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The text, or the part of it. */
  String text() {
    return xml.getText();
  }

  /** How many elements are open; one that begins is, one that ends is not. */
  int depth() {
    return depth;
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RedressException malformed(Exception cause, @Nullable Location place) {
    int line = place == null ? 0 : Math.max(0, place.getLineNumber());
    RedressException refusal =
        new RedressException(
            ErrorReason.FILE_FORMAT_UNKNOWN,
            "the file is not well-formed XML"
                + (line > 0 ? " in line " + line : "")
                + ": it was cut off or damaged; export it again",
            Map.of("line", Integer.toString(line)));
    refusal.initCause(cause);
    return refusal;
  }

  /** Bytes of which the parser may take only so many before it comes to something. */
  private static final class Limited extends FilterInputStream {
    private long sinceToken;

    Limited(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      sinceToken += read;
      if (sinceToken > TOKEN_BYTES_MAX) {
        throw new RedressException(
            ErrorReason.TOO_LARGE,
            "the file has a name, an attribute or a comment of more than 4 MiB: shorten it");
      }
    }
  }
}
