package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an invoice in UBL 2.1 as rows, the header first, see {@link UblField}; a row is told
 * by which line of the invoice it is. What the invoice says in more than one place is joined by
 * line breaks. Columns that the invoice itself would fill and does not are left out.
 */
final class UblRows implements FileRows {
  /** How such files are told and opened: all XML is taken for an invoice. */
  static final FileSyntax SYNTAX =
      new FileSyntax() {
        @Override
        public boolean begins(String text) {
          return text.stripLeading().startsWith("<");
        }

        @Override
        public Table table(Path file, Charset charset) {
          return Table.of(() -> open(file));
        }
      };

  private static final String NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
  private static final String CREDIT_NAMESPACE =
      "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";
  private static final String LINE = "InvoiceLine";
  private static final int NAME_MAX = 60;

  /** Codes of UNTDID 1001 that say that an invoice takes back. */
  private static final Set<String> CREDIT_TYPES = Set.of("381", "81", "83", "396", "532");

  private final XmlEvents xml;
  private final List<UblField> columns = new ArrayList<>();
  private final Map<UblField, String> invoice;
  private boolean headerGiven;
  private boolean atLine;
  private long line;
  private int replaced;

  private UblRows(XmlEvents xml) {
    this.xml = xml;
    requireInvoice();
    this.invoice = read(Places.OF_INVOICE, true);
    requireNoCredit(invoice.getOrDefault(UblField.TYPE, ""));
    if (!atLine) {
      throw new RedressException(
          ErrorReason.FILE_EMPTY, "the invoice has no InvoiceLine: export it again");
    }
    columns.addAll(UblField.ofInvoice().stream().filter(invoice::containsKey).toList());
    columns.addAll(UblField.ofLine());
  }

  /**
   * The lines of a file.
   *
   * @throws RedressException {@code FILE_FORMAT_UNKNOWN}, {@code TOO_LARGE}
   */
  static UblRows open(Path file) {
    try {
      XmlEvents xml = XmlEvents.of(Files.newInputStream(file));
      try {
        return new UblRows(xml);
      } catch (RedressException e) {
        xml.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNext() {
    return !headerGiven || atLine;
  }

  @Override
  public FileRow next() {
    if (!headerGiven) {
      headerGiven = true;
      return row(columns.stream().map(UblField::column).toList());
    }
    if (!atLine) {
      throw new NoSuchElementException();
    }
    line++;
    Map<UblField, String> values = read(Places.OF_LINE, false);
    values.putAll(invoice);
    FileRow row = row(columns.stream().map(column -> values.getOrDefault(column, "")).toList());
    toNextLine();
    return row;
  }

  @Override
  public void close() {
    xml.close();
  }

  private FileRow row(List<String> fields) {
    long characters = fields.stream().mapToLong(String::length).sum();
    FileRow row = new FileRow(line, fields, fields.size(), characters, replaced);
    replaced = 0;
    return row;
  }

  private void requireInvoice() {
    XmlEvents.Event first = xml.next();
    if (first != XmlEvents.Event.START) {
      throw unknown("the file has no element: export it again");
    }
    if (xml.namespace().equals(CREDIT_NAMESPACE)) {
      throw credit("it is a CreditNote");
    }
    if (!xml.name().equals("Invoice") || !xml.namespace().equals(NAMESPACE)) {
      throw unknown(
          "the file begins with the element "
              + ImportProblems.head(xml.name(), NAME_MAX)
              + " and not with the Invoice of UBL 2.1: export the invoice alone, one a file, as UBL"
              + " (EN 16931, Peppol BIS Billing 3)");
    }
  }

  private static void requireNoCredit(String type) {
    if (CREDIT_TYPES.contains(type.strip())) {
      throw credit("its type (BT-3) is " + type.strip());
    }
  }

  private static RedressException credit(String why) {
    return unknown(
        "the file is a credit note, since "
            + why
            + ": Redress reads invoices, and credits are recorded where a dispute is resolved");
  }

  private static RedressException unknown(String message) {
    return new RedressException(ErrorReason.FILE_FORMAT_UNKNOWN, message);
  }

  /**
   * What stands below the element that is open, up to its end, or up to the first line of the
   * invoice.
   */
  private Map<UblField, String> read(Places places, boolean upToLine) {
    Map<UblField, String> values = new EnumMap<>(UblField.class);
    Deque<String> paths = new ArrayDeque<>();
    int top = xml.depth();
    @Nullable UblField open = null;
    StringBuilder text = new StringBuilder();
    for (XmlEvents.Event event = xml.next(); event != null; event = xml.next()) {
      switch (event) {
        case START -> {
          if (upToLine && paths.isEmpty() && xml.name().equals(LINE)) {
            atLine = true;
            return values;
          }
          String path = paths.isEmpty() ? xml.name() : paths.getLast() + '/' + xml.name();
          paths.addLast(path);
          open = places.texts.get(path);
          text.setLength(0);
          for (UblField field : places.attributes.getOrDefault(path, List.of())) {
            put(values, field, xml.attribute(field.path().substring(path.length() + 2)));
          }
        }
        case TEXT -> {
          if (open != null && text.length() < CsvRows.KEPT_MAX) {
            text.append(ImportProblems.head(xml.text(), CsvRows.KEPT_MAX));
          }
        }
        case END -> {
          if (xml.depth() < top) {
            return values;
          }
          if (open != null) {
            put(values, open, text.toString());
          }
          open = null;
          paths.removeLast();
        }
      }
    }
    return values;
  }

  /** Keeps a value, behind those that came before, as far as there is room. */
  private void put(Map<UblField, String> values, UblField field, String value) {
    if (!value.isBlank()) {
      char[] kept = ImportProblems.head(value.strip(), CsvRows.KEPT_MAX).toCharArray();
      replaced += ControlCharacters.replace(kept, 0, kept.length);
      values.merge(
          field,
          new String(kept),
          (before, next) -> ImportProblems.head(before + '\n' + next, CsvRows.KEPT_MAX));
    }
  }

  /** Goes to the next line, or to the end of the document. */
  private void toNextLine() {
    int top = xml.depth();
    atLine = false;
    for (XmlEvents.Event event = xml.next(); event != null; event = xml.next()) {
      if (event == XmlEvents.Event.START && xml.depth() == top + 1 && xml.name().equals(LINE)) {
        atLine = true;
        return;
      }
    }
  }

  /**
   * Where fields stand.
   *
   * @param texts by the path of the element whose text they are
   * @param attributes by the path of the element that has them
   */
  private record Places(Map<String, UblField> texts, Map<String, List<UblField>> attributes) {
    static final Places OF_INVOICE = of(UblField.ofInvoice());
    static final Places OF_LINE = of(UblField.ofLine());

    private static Places of(List<UblField> fields) {
      Map<String, UblField> texts = new HashMap<>();
      Map<String, List<UblField>> attributes = new HashMap<>();
      for (UblField field : fields) {
        int at = field.path().indexOf("/@");
        if (at < 0) {
          texts.put(field.path(), field);
        } else {
          attributes
              .computeIfAbsent(field.path().substring(0, at), _ -> new ArrayList<>())
              .add(field);
        }
      }
      return new Places(texts, attributes);
    }
  }
}
