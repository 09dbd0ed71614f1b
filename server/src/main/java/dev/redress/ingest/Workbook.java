package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What an .xlsx workbook (ECMA-376) says beside its rows: its sheets, the texts that cells share,
 * and how numbers are shown. It is read with limits, since a small file can unpack to a huge one:
 * {@value #FILE_MEBIBYTES_MAX} MiB packed, {@value #PART_MEBIBYTES_MAX} MiB a part unpacked,
 * {@value #ENTRIES_MAX} parts, {@value #SHARED_CHARACTERS_MAX} characters of shared texts.
 *
 * @param sheets in their order
 * @param texts that cells name by their number
 * @param formats that cells name by their number
 * @param from1904 whether days are counted from 1904
 */
record Workbook(
    Path file, List<Sheet> sheets, List<String> texts, List<CellFormat> formats, boolean from1904) {

  private static final int FILE_MEBIBYTES_MAX = 32;
  private static final int PART_MEBIBYTES_MAX = 256;
  private static final int ENTRIES_MAX = 1_000;
  private static final int SHARED_CHARACTERS_MAX = 16_777_216;
  private static final int STYLES_MAX = 65_536;
  private static final int SHEETS_MAX = 255;

  private static final String FOLDER = "xl/";
  private static final String MAIN = FOLDER + "workbook.xml";
  private static final String RELATIONS = FOLDER + "_rels/workbook.xml.rels";
  private static final String OPEN_DOCUMENT = "content.xml";
  private static final int CUSTOM_FORMATS = 164;

  /**
   * A sheet.
   *
   * @param part where its rows are
   */
  record Sheet(String name, String part) {}

  Workbook {
    sheets = List.copyOf(sheets);
    formats = List.copyOf(formats);
  }

  /**
   * Reads a file that is a .zip archive by its first bytes.
   *
   * @throws RedressException {@code FILE_NOT_TEXT} when it is no workbook, {@code
   *     FILE_FORMAT_UNKNOWN} when it is damaged, {@code TOO_LARGE}
   */
  static Workbook of(Path file) {
    requireSmall(file);
    try (ZipFile zip = archive(file)) {
      if (zip.size() > ENTRIES_MAX) {
        throw tooLarge("has more than " + ENTRIES_MAX + " parts");
      }
      if (zip.getEntry(MAIN) == null) {
        throw new RedressException(
            ErrorReason.FILE_NOT_TEXT,
            zip.getEntry(OPEN_DOCUMENT) == null
                ? "this is a .zip archive: unpack it and import the file in it"
                : "this is an .ods document: save it as .xlsx or as CSV (UTF-8)");
      }
      Map<String, String> parts = new HashMap<>();
      Map<String, String> kinds = new HashMap<>();
      elements(zip, RELATIONS, xml -> relation(xml, parts, kinds));
      List<Sheet> sheets = new ArrayList<>();
      boolean[] from1904 = {false};
      elements(
          zip,
          MAIN,
          xml -> {
            if (xml.name().equals("workbookPr")) {
              from1904[0] = xml.attribute("date1904").matches("1|true");
            } else if (xml.name().equals("sheet") && sheets.size() < SHEETS_MAX) {
              sheets.add(
                  new Sheet(xml.attribute("name"), parts.getOrDefault(xml.attribute("id"), "")));
            }
          });
      return new Workbook(
          file,
          sheets,
          texts(zip, kinds.getOrDefault("sharedStrings", "")),
          formats(zip, kinds.getOrDefault("styles", "")),
          from1904[0]);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private static ZipFile archive(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      RedressException refusal =
          new RedressException(
              ErrorReason.FILE_NOT_TEXT,
              "this is a .zip archive or an .xlsx workbook that was cut off or damaged: export it"
                  + " again");
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** The rows of a sheet as they are, empty ones too. */
  SheetRows rows(Sheet sheet) {
    try {
      ZipFile zip = new ZipFile(file.toFile());
      try {
        return new SheetRows(this, zip, part(zip, sheet.part()));
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /** The refusal of a workbook that is not as it must be. */
  static RedressException damaged(Exception cause) {
    RedressException refusal =
        new RedressException(
            ErrorReason.FILE_FORMAT_UNKNOWN,
            "the .xlsx workbook is damaged and cannot be read: export it again, or save it as CSV"
                + " (UTF-8)");
    refusal.initCause(cause);
    return refusal;
  }

  private static void requireSmall(Path file) {
    try {
      if (Files.size(file) > FILE_MEBIBYTES_MAX * 1024L * 1024) {
        throw tooLarge("has more than " + FILE_MEBIBYTES_MAX + " MiB");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RedressException tooLarge(String what) {
    return new RedressException(
        ErrorReason.TOO_LARGE, "the .xlsx workbook " + what + ": save it as CSV (UTF-8)");
  }

  private static void relation(
      XmlEvents xml, Map<String, String> parts, Map<String, String> kinds) {
    if (xml.name().equals("Relationship")) {
      String target = xml.attribute("Target");
      String part = target.startsWith("/") ? target.substring(1) : FOLDER + target;
      String type = xml.attribute("Type");
      parts.put(xml.attribute("Id"), part);
      kinds.put(type.substring(type.lastIndexOf('/') + 1), part);
    }
  }

  /** The texts that cells share, without what tells their pronunciation. */
  private static List<String> texts(ZipFile zip, String part) throws IOException {
    List<String> texts = new ArrayList<>();
    if (part.isEmpty()) {
      return texts;
    }
    long characters = 0;
    try (XmlEvents xml = XmlEvents.of(part(zip, part))) {
      CellText text = new CellText("si");
      for (XmlEvents.Event event = xml.next(); event != null; event = xml.next()) {
        if (text.accept(event, xml)) {
          String shared = text.take();
          // Each also takes room of its own, however short it is.
          characters += shared.length() + Long.BYTES;
          if (characters > SHARED_CHARACTERS_MAX) {
            throw tooLarge("has texts of more than " + SHARED_CHARACTERS_MAX + " characters");
          }
          texts.add(shared);
        }
      }
    }
    return texts;
  }

  private static List<CellFormat> formats(ZipFile zip, String part) throws IOException {
    List<CellFormat> formats = new ArrayList<>();
    if (part.isEmpty()) {
      return formats;
    }
    Map<Integer, CellFormat> custom = new HashMap<>();
    boolean[] inCells = {false};
    try (XmlEvents xml = XmlEvents.of(part(zip, part))) {
      for (XmlEvents.Event event = xml.next(); event != null; event = xml.next()) {
        if (event == XmlEvents.Event.TEXT) {
          continue;
        }
        String name = xml.name();
        if (name.equals("cellXfs")) {
          inCells[0] = event == XmlEvents.Event.START;
        } else if (event == XmlEvents.Event.START && formats.size() + custom.size() < STYLES_MAX) {
          if (name.equals("numFmt")) {
            custom.put(
                number(xml.attribute("numFmtId")), CellFormat.of(xml.attribute("formatCode")));
          } else if (name.equals("xf") && inCells[0]) {
            int id = number(xml.attribute("numFmtId"));
            CellFormat builtIn = id < CUSTOM_FORMATS ? CellFormat.ofBuiltIn(id) : CellFormat.NUMBER;
            formats.add(custom.getOrDefault(id, builtIn));
          }
        }
      }
    }
    return formats;
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /** Looks at every element of a part as it begins. */
  private static void elements(ZipFile zip, String part, ElementEye eye) throws IOException {
    try (XmlEvents xml = XmlEvents.of(part(zip, part))) {
      for (XmlEvents.Event event = xml.next(); event != null; event = xml.next()) {
        if (event == XmlEvents.Event.START) {
          eye.see(xml);
        }
      }
    }
  }

  private interface ElementEye {
    void see(XmlEvents xml);
  }

  private static InputStream part(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("the part " + name + " is missing");
    }
    return new Unpacked(zip.getInputStream(entry));
  }

  /** Unpacked bytes, of which there may be only so many. */
  private static final class Unpacked extends FilterInputStream {
    private long left = PART_MEBIBYTES_MAX * 1024L * 1024;

    Unpacked(InputStream packed) {
      super(packed);
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
      left -= read;
      if (left < 0) {
        throw tooLarge("unpacks to more than " + PART_MEBIBYTES_MAX + " MiB");
      }
    }
  }
}
