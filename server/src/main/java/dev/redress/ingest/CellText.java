package dev.redress.ingest;

/**
 * The text of an element of a workbook, put together from the pieces in it: all texts below but
 * those that tell how the others are pronounced.
 */
final class CellText {
  private static final String PRONUNCIATION = "rPh";
  private static final String PIECE = "t";

  private final String element;
  private final StringBuilder text = new StringBuilder();
  private boolean inside;
  private boolean inPiece;
  private boolean pronounced;

  /** Of elements of this name. */
  CellText(String element) {
    this.element = element;
  }

  /** Takes what comes next; whether an element of the name ended with it. */
  boolean accept(XmlEvents.Event event, XmlEvents xml) {
    if (event == XmlEvents.Event.TEXT) {
      if (inPiece && !pronounced && text.length() < CsvRows.KEPT_MAX) {
        text.append(ImportProblems.head(xml.text(), CsvRows.KEPT_MAX));
      }
      return false;
    }
    boolean begins = event == XmlEvents.Event.START;
    String name = xml.name();
    if (name.equals(element)) {
      inside = begins;
      return !begins;
    }
    if (inside && name.equals(PRONUNCIATION)) {
      pronounced = begins;
    } else if (inside && name.equals(PIECE)) {
      inPiece = begins;
    }
    return false;
  }

  /** The text, of which nothing is kept. */
  String take() {
    String taken = ImportProblems.head(text.toString(), CsvRows.KEPT_MAX);
    text.setLength(0);
    return taken;
  }
}
