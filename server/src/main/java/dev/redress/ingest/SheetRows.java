package dev.redress.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet that say something, one after the other in constant memory, each by its
 * number in the sheet. A field holds what its cell shows, see {@link CellFormat}; empty cells at
 * the end of a row are left out.
 */
final class SheetRows implements FileRows {
  private static final int ROWS_MAX = 1_048_576;
  private static final int COLUMNS_MAX = 16_384;
  private static final int LETTERS = 26;

  private final Workbook book;
  private final ZipFile zip;
  private final XmlEvents xml;
  private int number;
  private @Nullable FileRow next;

  SheetRows(Workbook book, ZipFile zip, InputStream rows) {
    this.book = book;
    this.zip = zip;
    this.xml = XmlEvents.of(rows);
    advance();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public FileRow next() {
    FileRow row = next;
    if (row == null) {
      throw new NoSuchElementException();
    }
    advance();
    return row;
  }

  @Override
  public void close() {
    xml.close();
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void advance() {
    next = null;
    for (XmlEvents.Event event = xml.next(); event != null; event = xml.next()) {
      if (event == XmlEvents.Event.START && xml.name().equals("row")) {
        FileRow row = row();
        if (row.fieldCount() > 0) {
          next = row;
          return;
        }
      }
    }
  }

  /** Reads the row that begins, to its end. */
  private FileRow row() {
    String said = xml.attribute("r");
    number = said.isEmpty() ? number + 1 : number(said, ROWS_MAX);
    List<String> fields = new ArrayList<>();
    int column = 0;
    int filled = 0;
    long characters = 0;
    int replaced = 0;
    int top = xml.depth();
    for (XmlEvents.Event event = xml.next(); event != null; event = xml.next()) {
      if (event == XmlEvents.Event.END && xml.depth() < top) {
        break;
      }
      if (event != XmlEvents.Event.START || !xml.name().equals("c")) {
        continue;
      }
      String place = xml.attribute("r");
      column = place.isEmpty() ? column + 1 : column(place);
      char[] text = cell(xml.attribute("t"), xml.attribute("s")).toCharArray();
      replaced += ControlCharacters.replace(text, 0, text.length);
      String field = new String(text);
      if (!field.isBlank() && column <= COLUMNS_MAX) {
        filled = Math.max(filled, column);
        if (column <= FileRow.FIELDS_MAX) {
          while (fields.size() < column) {
            fields.add("");
          }
          fields.set(column - 1, field);
          characters += field.length();
        }
      }
    }
    return new FileRow(number, fields, filled, characters, replaced);
  }

  /** What the cell that begins shows, read to its end. */
  private String cell(String type, String style) {
    int top = xml.depth();
    StringBuilder value = new StringBuilder();
    CellText inline = new CellText("is");
    boolean inValue = false;
    for (XmlEvents.Event event = xml.next(); event != null; event = xml.next()) {
      inline.accept(event, xml);
      if (event == XmlEvents.Event.TEXT) {
        if (inValue && value.length() < CsvRows.KEPT_MAX) {
          value.append(ImportProblems.head(xml.text(), CsvRows.KEPT_MAX));
        }
      } else if (event == XmlEvents.Event.END && xml.depth() < top) {
        break;
      } else if (xml.name().equals("v")) {
        inValue = event == XmlEvents.Event.START;
      }
    }
    String text = ImportProblems.head(value.toString(), CsvRows.KEPT_MAX);
    return switch (type) {
      case "s" -> text.isBlank() ? "" : shared(text.strip());
      case "inlineStr" -> inline.take();
      case "str", "e", "d" -> text;
      case "b" -> text.strip().equals("1") ? "true" : "false";
      default -> text.isBlank() ? "" : format(style).text(text.strip(), book.from1904());
    };
  }

  private String shared(String index) {
    int place = number(index, Integer.MAX_VALUE);
    if (place >= book.texts().size()) {
      throw Workbook.damaged(new IOException("there is no shared text " + place));
    }
    return book.texts().get(place);
  }

  private CellFormat format(String style) {
    int place = style.isEmpty() ? 0 : number(style, Integer.MAX_VALUE);
    return place < book.formats().size() ? book.formats().get(place) : CellFormat.NUMBER;
  }

  /** The number of the column of a cell such as {@code AB12}, from 1. */
  private static int column(String place) {
    int column = 0;
    for (int i = 0; i < place.length() && Character.isUpperCase(place.charAt(i)); i++) {
      column = column * LETTERS + place.charAt(i) - 'A' + 1;
      if (column > COLUMNS_MAX) {
        break;
      }
    }
    if (column == 0 || column > COLUMNS_MAX) {
      throw Workbook.damaged(new IOException("there is no cell " + place));
    }
    return column;
  }

  private static int number(String text, int max) {
    long number = text.matches("\\d{1,10}") ? Long.parseLong(text) : Long.MAX_VALUE;
    if (number > max) {
      throw Workbook.damaged(new IOException("a number is " + text));
    }
    return (int) number;
  }
}
