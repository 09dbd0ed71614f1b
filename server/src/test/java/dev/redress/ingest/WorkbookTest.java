package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookTest {
  private static final String HEADER =
      "<row r='2'><c r='A2' t='inlineStr'><is><t>customer_id</t></is></c>"
          + "<c r='B2' t='inlineStr'><is><r><t>na</t></r><r><t>me</t></r><rPh><t>x</t></rPh></is>"
          + "</c></row>";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # format of the cell     | number in the file  | is read as
          General                  | 12                  | 12
          General                  | 1.125               | 1.1250
          General                  | 0.10000000000000001 | 0.1
          General                  | 1.5E-3              | 0.0015
          General                  | 1E+999999999        | 1E+999999999
          0.00                     | -5                  | -5
          #,##0.00 [$€-407]        | 84                  | 84
          yyyy-mm-dd               | 45459               | 2024-06-16
          yyyy-mm-dd               | 1                   | 1900-01-01
          yyyy-mm-dd               | 61                  | 1900-03-01
          dd.mm.yy                 | 45459.9             | 2024-06-16
          mmm                      | 45459               | 2024-06-16
          yyyy-mm-dd hh:mm:ss      | 46269.43324074074   | 2026-09-04 10:23:52
          [$-409]m/d/yy h:mm AM/PM | 46269.43324074074   | 2026-09-04 10:23:52
          hh:mm                    | 45459.5             | 12:00:00
          h:mm AM/PM               | 0.999999999         | 00:00:00
          mm:ss                    | 0.5                 | 12:00:00
          [hh]:mm                  | 1.0416666666666667  | 25:00:00
          [m]                      | 0.0625              | 1:30:00
          "d" 0                    | 3                   | 3
          \\d0                     | 3                   | 3
          """)
  void cell_isReadAsItIsShown(String code, String number, String text) {
    assertThat(CellFormat.of(code).text(number, false)).isEqualTo(text);
  }

  @Test
  void cell_ofAWorkbookThatCountsFrom1904_isFourYearsLater() {
    assertThat(CellFormat.DATE.text("43997", true)).isEqualTo("2024-06-16");
  }

  @Test
  void table_fromTheRowThatAFormatKnows_withoutNotes() throws IOException {
    Path file =
        workbook(
            List.of("Sheet1"),
            "<row r='1'><c t='inlineStr'><is><t>A title</t></is></c></row>"
                + HEADER
                + "<row r='3'><c r='A3' t='inlineStr'><is><t>Atlas</t></is></c><c"
                + " r='B3'><v>7</v></c><c r='C3'><v/></c></row><row r='5'><c r='A5'"
                + " t='str'><v>Brask</v></c></row><row r='6'><c r='B6' t='b'><v>1</v></c><c"
                + " r='D6'><v>1</v></c></row><row r='9'><c r='A9' t='str'><v>Printed in"
                + " Berlin</v></c></row>");

    Table table = WorkbookTable.of(file, Dialect.OF_FORMATS);

    assertThat(table.header()).containsExactly("customer_id", "name");
    assertThat(table.rowsTotal()).isEqualTo(2);
    assertThat(rows(table)).containsExactly("3 2 [Atlas, 7]", "6 4 [, true, , 1]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the sheet                                                    | reason              | message
          <row><c r='ZZZZZZZ1'><v>1</v></c></row>                        | FILE_FORMAT_UNKNOWN | the .xlsx workbook is damaged and cannot be read: export it again, or save it as CSV (UTF-8)
          <row><c r='1'><v>1</v></c></row>                              | FILE_FORMAT_UNKNOWN | the .xlsx workbook is damaged and cannot be read: export it again, or save it as CSV (UTF-8)
          <row r='99999999999'><c><v>1</v></c></row>                     | FILE_FORMAT_UNKNOWN | the .xlsx workbook is damaged and cannot be read: export it again, or save it as CSV (UTF-8)
          <row><c t='s'><v>7</v></c></row>                               | FILE_FORMAT_UNKNOWN | the .xlsx workbook is damaged and cannot be read: export it again, or save it as CSV (UTF-8)
          <row><c></row>                                                 | FILE_FORMAT_UNKNOWN | the file is not well-formed XML in line 1: it was cut off or damaged; export it again
          <row r='1'/>                                                   | FILE_EMPTY          | the workbook is empty: it must have a sheet with a header
          """)
  void table_ofADamagedSheet_isRefused(String rows, ErrorReason reason, String message)
      throws IOException {
    assertRefused(workbook(List.of("Sheet1"), rows), reason, message);
  }

  @Test
  void table_ofTwoSheetsWithRows_isRefused() throws IOException {
    assertRefused(
        workbook(List.of("March", "April"), HEADER),
        ErrorReason.FILE_HEADER_INVALID,
        "the workbook has rows on more than one sheet (March, April): keep the one to import");
  }

  @Test
  void table_ofABomb_isRefused() throws IOException {
    Path rows =
        zip(
            entries -> {
              parts(entries, List.of("Sheet1"));
              begin(entries, "xl/worksheets/1.xml", "<worksheet><sheetData>" + HEADER);
              fill(entries, "<row/>".repeat(10_000), 5_000);
            });
    Path text =
        zip(
            entries -> {
              parts(entries, List.of("Sheet1"));
              begin(entries, "xl/worksheets/1.xml", "<worksheet><sheetData><row><c><v>");
              fill(entries, "1".repeat(100_000), 3_000);
            });
    Path shared =
        zip(
            entries -> {
              parts(
                  entries,
                  List.of("Sheet1"),
                  "<Relationship Id='s' Type='x/sharedStrings' Target='/xl/sharedStrings.xml'/>");
              begin(entries, "xl/sharedStrings.xml", "<sst>");
              fill(entries, "<si><t>abcdefgh</t></si>".repeat(1_000), 2_000);
            });
    Path many =
        zip(
            entries -> {
              for (int i = 0; i < 2_000; i++) {
                begin(entries, "x" + i, "");
              }
            });

    assertThat(Files.size(rows)).isLessThan(2_000_000);
    assertRefused(
        rows,
        ErrorReason.TOO_LARGE,
        "the .xlsx workbook unpacks to more than 256 MiB: save it as CSV (UTF-8)");
    assertRefused(
        text,
        ErrorReason.TOO_LARGE,
        "the .xlsx workbook unpacks to more than 256 MiB: save it as CSV (UTF-8)");
    assertRefused(
        shared,
        ErrorReason.TOO_LARGE,
        "the .xlsx workbook has texts of more than 16777216 characters: save it as CSV (UTF-8)");
    assertRefused(
        many,
        ErrorReason.TOO_LARGE,
        "the .xlsx workbook has more than 1000 parts: save it as CSV (UTF-8)");
  }

  @Test
  void table_ofAnotherArchive_saysWhatItIs() throws IOException {
    assertRefused(
        zip(entries -> begin(entries, "a.csv", "x")),
        ErrorReason.FILE_NOT_TEXT,
        "this is a .zip archive: unpack it and import the file in it");
    assertRefused(
        zip(entries -> begin(entries, "content.xml", "x")),
        ErrorReason.FILE_NOT_TEXT,
        "this is an .ods document: save it as .xlsx or as CSV (UTF-8)");
    assertRefused(
        Files.write(folder.resolve("cut.xlsx"), new byte[] {'P', 'K', 3, 4, 20, 0}),
        ErrorReason.FILE_NOT_TEXT,
        "this is a .zip archive or an .xlsx workbook that was cut off or damaged: export it again");
  }

  private static void assertRefused(Path file, ErrorReason reason, String message) {
    assertThatThrownBy(() -> WorkbookTable.of(file, Dialect.OF_FORMATS))
        .isInstanceOfSatisfying(
            RedressException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessage(message);
  }

  private static List<String> rows(Table table) {
    List<String> rows = new ArrayList<>();
    try (FileRows all = table.rows()) {
      while (all.hasNext()) {
        FileRow row = all.next();
        rows.add(row.line() + " " + row.fieldCount() + " " + row.fields());
      }
    }
    return rows;
  }

  private Path workbook(List<String> sheets, String rows) throws IOException {
    return zip(
        entries -> {
          parts(entries, sheets);
          for (int i = 1; i <= sheets.size(); i++) {
            begin(
                entries,
                "xl/worksheets/" + i + ".xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
          }
        });
  }

  private static void parts(ZipOutputStream entries, List<String> sheets) throws IOException {
    parts(entries, sheets, "");
  }

  private static void parts(ZipOutputStream entries, List<String> sheets, String shared)
      throws IOException {
    StringBuilder names = new StringBuilder();
    StringBuilder targets = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      names.append("<sheet name='%s' r:id='r%d'/>".formatted(sheets.get(i - 1), i));
      targets.append(
          "<Relationship Id='r%d' Type='x/worksheet' Target='worksheets/%d.xml'/>".formatted(i, i));
    }
    begin(
        entries,
        "xl/workbook.xml",
        "<workbook xmlns:r='x'><sheets>" + names + "</sheets></workbook>");
    begin(
        entries,
        "xl/_rels/workbook.xml.rels",
        "<Relationships>" + targets + shared + "</Relationships>");
  }

  private static void begin(ZipOutputStream entries, String name, String text) throws IOException {
    entries.putNextEntry(new ZipEntry(name));
    entries.write(text.getBytes(UTF_8));
  }

  private static void fill(OutputStream out, String text, int times) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    for (int i = 0; i < times; i++) {
      out.write(bytes);
    }
  }

  private Path zip(Content content) throws IOException {
    Path file = Files.createTempFile(folder, "book", ".xlsx");
    try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(file))) {
      content.write(entries);
    }
    return file;
  }

  private interface Content {
    void write(ZipOutputStream entries) throws IOException;
  }
}
