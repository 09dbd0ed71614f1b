package dev.redress.page;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Prints pages of our own as PDF, with letters that come with the program. */
final class PdfPrinter {
  /** What XML 1.0 cannot hold, section 2.2. */
  private static final Pattern NO_XML =
      Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private static final String REPLACEMENT = "\uFFFD";
  private static final String FAMILY = "Liberation Sans";
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  static {
    // It tells of every rule of a browser that paper does not need.
    XRLog.setLoggingEnabled(false);
  }

  private PdfPrinter() {}

  /** Prints a page that is well-formed XML too; nothing that it names is fetched. */
  static byte[] print(String html) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PDDocument pdf = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(pdf);
      builder.withW3cDocument(document(html), null);
      builder.useExternalResourceAccessControl(
          (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
      builder.useFont(letters(pdf, "Regular"), FAMILY, REGULAR, FontStyle.NORMAL, true);
      builder.useFont(letters(pdf, "Bold"), FAMILY, BOLD, FontStyle.NORMAL, true);
      builder.usePdfUaAccessibility(true);
      builder.toStream(printed);
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("a page could not be printed", e);
    }
    return printed.toByteArray();
  }

  private static PDFontSupplier letters(PDDocument pdf, String style) throws IOException {
    String name = "/liberation/LiberationSans-" + style + ".ttf";
    try (InputStream file =
        Objects.requireNonNull(PdfPrinter.class.getResourceAsStream(name), name)) {
      TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(file));
      // Looking for ligatures, of which there are hardly any, took three quarters of the time.
      letters.setEnableGsub(false);
      return new PDFontSupplier(PDType0Font.load(pdf, letters, true));
    }
  }

  private static Document document(String html) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(NO_XML.matcher(html).replaceAll(REPLACEMENT))));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("our own page is no XML", e);
    }
  }
}
