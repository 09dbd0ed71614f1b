package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.error.RedressException.FieldViolation;
import dev.redress.ingest.ColumnMapping.Constant;
import dev.redress.ingest.ColumnMapping.SkippedRow;
import dev.redress.ingest.ColumnMapping.Source;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of files that no format knows, by mappings of their columns. */
class MappedReaderTest {
  private static final String HOURS =
      """
      Nr;Kunde;Mitarbeiter;Vorname;Tag;Beginn;Dauer;Was;Intern
      1;Atlas;Berg;Tom;04.03.2024;10:23;1,5;Drucker;nein
      2;Brask;Berg;Tom;25.03.2024;23:30;1:15;Mail;ja
      3;Nobody;Berg;Tom;25.03.2024;8:00;zwei;;ja
      Summe;;;;;;2,75;;
      """;

  private static final String LINES =
      """
      Invoice no|Service date|Qty|Net|Text|Cost centre
      R-1|2024-03-04|90|150.00|Printer|K1
      R-1|2024-03-05|30|50.00|Mail|
      R-2|2024-03-06|60|100.00|Rack|K1
      """;

  @TempDir Path folder;
  private Samples samples;

  @BeforeEach
  void start() {
    samples = new Samples(folder);
  }

  /**
   * A mapping in words: {@code technician=Vorname+Mitarbeiter; work_type:Remote; -Nr=Summe}, with
   * what stands in every row behind a colon and rows that are none behind a hyphen.
   */
  private static ColumnMapping mapping(String words) {
    List<Source> sources = new ArrayList<>();
    List<Constant> constants = new ArrayList<>();
    List<SkippedRow> skipped = new ArrayList<>();
    for (String word : words.split(";", -1)) {
      String entry = word.strip();
      int at = Math.max(entry.indexOf('='), entry.indexOf(':'));
      String key = entry.substring(0, Math.max(at, 0));
      String value = entry.substring(at + 1);
      if (key.startsWith("-")) {
        skipped.add(new SkippedRow(key.substring(1), value));
      } else if (at >= 0 && entry.charAt(at) == ':') {
        constants.add(new Constant(key, value));
      } else if (at >= 0) {
        sources.add(new Source(key, List.of(value.split("\\+", -1))));
      }
    }
    return new ColumnMapping(sources, constants, skipped, "", "", "");
  }

  @Test
  void timeEntries_everyRowIsAccountedFor_andStaysTheSame() {
    ColumnMapping mapping =
        mapping(
            "customer_id=Kunde; technician=Vorname+Mitarbeiter; started_at=Tag+Beginn; hours=Dauer;"
                + " notes=was; work_type:Remote; billable=Intern; -Nr=summe");
    FileAnswers said = Samples.answers("- - Europe/Berlin - - - HOURS");

    FileImport first =
        samples.mapped(ImportKind.TIME_ENTRIES, HOURS.getBytes(UTF_8), said, mapping);

    assertThat(Samples.counts(first)).isEqualTo("3 rows: 2 new, 0 changed, 0 same, 1 wrong");
    assertThat(Samples.problems(first))
        .containsExactlyInAnyOrder(
            "4 | Kunde | Nobody | Kunde is not known: import the customers first",
            "4 | Dauer | zwei | Dauer must be a number such as 12 or 1.25");
    assertThat(samples.entries())
        .containsExactlyInAnyOrder(
            "Atlas | - | Tom Berg | 2024-03-04T09:23:00Z | 2024-03-04 | 1.5 | false | Remote | Drucker",
            "Brask | - | Tom Berg | 2024-03-25T22:30:00Z | 2024-03-25 | 1.25 | true | Remote | Mail");
    assertThat(samples.attributes()).isEqualTo("{Nr=1}");
    FileImport second =
        samples.mapped(ImportKind.TIME_ENTRIES, HOURS.getBytes(UTF_8), said, mapping);
    assertThat(Samples.counts(second)).isEqualTo("3 rows: 0 new, 0 changed, 2 same, 1 wrong");
  }

  @Test
  void timeEntries_ofTwoPeopleWhoTheMappingsName_areNotTheSame() {
    FileAnswers said = Samples.answers("Atlas - - - - - HOURS");
    String mikes = "Datum;Stunden\n25.03.2024;1,5\n";
    String sues = "Datum;Stunden\n25.03.2024;3\n";

    FileImport first =
        samples.mapped(
            ImportKind.TIME_ENTRIES,
            mikes.getBytes(UTF_8),
            said,
            mapping("work_date=Datum; hours=Stunden; technician:Mike"));
    FileImport second =
        samples.mapped(
            ImportKind.TIME_ENTRIES,
            sues.getBytes(UTF_8),
            said,
            mapping("work_date=Datum; hours=Stunden; technician:Sue"));

    assertThat(Samples.counts(first)).isEqualTo("1 rows: 1 new, 0 changed, 0 same, 0 wrong");
    assertThat(Samples.counts(second)).isEqualTo("1 rows: 1 new, 0 changed, 0 same, 0 wrong");
  }

  @Test
  void timeEntries_areTheSameHoweverAFileWritesTheirDay() {
    FileAnswers said = Samples.answers("Atlas - - - - - HOURS");
    ColumnMapping mapping = mapping("work_date=Datum; hours=Stunden; technician=Wer");

    samples.mapped(
        ImportKind.TIME_ENTRIES,
        "Wer;Datum;Stunden\nTom;25.03.2024;1,5\n".getBytes(UTF_8),
        said,
        mapping);
    FileImport again =
        samples.mapped(
            ImportKind.TIME_ENTRIES,
            "Datum;Stunden;Wer\n2024-03-25;1.50; Tom \n".getBytes(UTF_8),
            said,
            mapping);

    assertThat(Samples.counts(again)).isEqualTo("1 rows: 0 new, 0 changed, 1 same, 0 wrong");
  }

  @Test
  void timeEntries_areTheSameHoweverAFileBreaksLines() {
    FileAnswers said = Samples.answers("Atlas - - - - - HOURS");
    ColumnMapping mapping = mapping("work_date=Day; hours=Time; technician=Who; notes=Text");

    samples.mapped(
        ImportKind.TIME_ENTRIES,
        "Who,Day,Time,Text\r\nTom,2024-03-25,1,\"A\r\nB\"\r\n".getBytes(UTF_8),
        said,
        mapping);
    FileImport again =
        samples.mapped(
            ImportKind.TIME_ENTRIES,
            "Who,Day,Time,Text\nTom,2024-03-25,2,\"A\nB\"\n".getBytes(UTF_8),
            said,
            mapping);

    assertThat(Samples.counts(again)).isEqualTo("1 rows: 0 new, 1 changed, 0 same, 0 wrong");
  }

  @Test
  void columns_withoutAName_areNotThoseThatHaveTheNameTheyAreGiven() {
    samples.mapped(
        ImportKind.TIME_ENTRIES,
        "Column 2,,Day,Who\n1:30,x,2024-03-25,Tom\n".getBytes(UTF_8),
        Samples.answers("Atlas"),
        mapping("work_date=Day; hours=Column 2; technician=Who"));

    assertThat(samples.entries()).singleElement().asString().contains("| 1.5 |");
    assertThat(samples.attributes()).isEqualTo("{column 2 (unnamed)=x}");
  }

  @Test
  void invoices_thatAreWrittenWithASpace_areCountedTogether() {
    samples.mapped(
        ImportKind.INVOICES,
        "No|Day|Qty|Net|Text\nR1|2024-03-04|1|10.00|A\nR1 |2024-03-05|1|20.00|B\n".getBytes(UTF_8),
        Samples.answers("Atlas - - - USD - HOURS - 2024-03-31"),
        mapping("invoice_id=No; work_date=Day; hours=Qty; amount=Net; description=Text"));

    assertThat(samples.lines())
        .containsExactlyInAnyOrder(
            "Atlas | R1 | 1 | 2024-03-04 |  | 1 | - | 10.00 USD |  | A",
            "Atlas | R1 | 2 | 2024-03-05 |  | 1 | - | 20.00 USD |  | B");
  }

  @Test
  void invoices_withoutADayOfWork_getTheOneThatIsSaid() {
    ColumnMapping mapping =
        mapping("invoice_id=No; hours=Qty; amount=Net; description=Text; currency=Cur");
    byte[] file = "No|Qty|Net|Text|Cur\nR1|1|10.00|A|eur\n".getBytes(UTF_8);

    assertThatThrownBy(
            () ->
                samples.mapped(
                    ImportKind.INVOICES,
                    file,
                    Samples.answers("Atlas - - - - - HOURS - 2024-03-31"),
                    mapping))
        .isInstanceOfSatisfying(
            RedressException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(ErrorReason.FILE_NEEDS_ANSWER));
    samples.mapped(
        ImportKind.INVOICES,
        file,
        Samples.answers("Atlas - - - - INVOICE_DATE HOURS - 2024-03-31"),
        mapping);

    assertThat(samples.lines())
        .containsExactly("Atlas | R1 | 1 | 2024-03-31 |  | 1 | - | 10.00 EUR |  | A");
  }

  @Test
  void rows_thatAreSkipped_areCounted_andOneOfAnotherWidthIsWrong() {
    FileImport done =
        samples.mapped(
            ImportKind.TIME_ENTRIES,
            "Wer;Datum;Stunden\nTom;25.03.2024;1,5\nSumme;;1,5\nSumme;;1;5\n".getBytes(UTF_8),
            Samples.answers("Atlas - - - - - HOURS"),
            mapping("work_date=Datum; hours=Stunden; technician=Wer; -Wer=Summe"));

    assertThat(Samples.counts(done)).isEqualTo("2 rows: 1 new, 0 changed, 0 same, 1 wrong");
    assertThat(done.rowsSkipped()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # header                  | mapping                                          | reason              | field
          Datum;Wer;Std;Datum;Std   | work_date=Datum; technician=Wer; hours=Std       | FILE_HEADER_INVALID | header.mapping.sources[0].columns[0]
          Datum;Wer;Std;Std         | work_date=Datum; technician=Wer; hours=Std       | FILE_HEADER_INVALID | header.mapping.sources[2].columns[0]
          Datum;Wer;Std;Art;Art     | work_date=Datum; technician=Wer; hours=Std; -Art=x | FILE_HEADER_INVALID | header.mapping.skipped_rows[0].column
          Datum;Wer;Std             | work_date=Datum; technician=Wer; hours=Std; billable:maybe | FIELD_INVALID | header.mapping.constants[0].value
          Datum;Wer;Std             | technician=Wer; hours=Std; work_date:03/04/2024  | FIELD_INVALID       | header.mapping.constants[0].value
          Datum;Wer                 | technician=Wer; work_date=Datum; hours:10001     | FIELD_INVALID       | header.mapping.constants[0].value
          Datum;Wer                 | technician=Wer; work_date=Datum; hours:-1        | FIELD_INVALID       | header.mapping.constants[0].value
          """)
  void mapping_thatCouldMeanTwoThings_isRefused(
      String header, String words, ErrorReason reason, String field) {
    byte[] file = (header + "\n" + header.replaceAll("[^;]+", "x") + "\n").getBytes(UTF_8);

    assertThatThrownBy(
            () ->
                samples.mapped(
                    ImportKind.TIME_ENTRIES,
                    file,
                    Samples.answers("Atlas - - - - - HOURS"),
                    mapping(words)))
        .isInstanceOfSatisfying(
            RedressException.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(reason);
              assertThat(refusal.violations().getFirst().field()).isEqualTo(field);
            });
  }

  @Test
  void constants_sayYesInFourLanguages() {
    samples.mapped(
        ImportKind.TIME_ENTRIES,
        "Wer;Datum;Stunden\nTom;25.03.2024;1,5\n".getBytes(UTF_8),
        Samples.answers("Atlas - - - - - HOURS"),
        mapping("work_date=Datum; hours=Stunden; technician=Wer; billable:nein"));

    assertThat(samples.entries()).singleElement().asString().contains("| false |");
  }

  @Test
  void invoices_linesAreNumbered_andWhatTheFileLacksIsSaid() {
    ColumnMapping mapping =
        mapping(
            "invoice_id=Invoice no; work_date=Service date; hours=Qty; amount=Net; description=Text;"
                + " reference:PO 17");
    FileAnswers said = Samples.answers("Atlas - - - USD - MINUTES - 2024-03-31");

    FileImport done = samples.mapped(ImportKind.INVOICES, LINES.getBytes(UTF_8), said, mapping);

    assertThat(Samples.counts(done)).isEqualTo("3 rows: 3 new, 0 changed, 0 same, 0 wrong");
    assertThat(samples.lines())
        .containsExactlyInAnyOrder(
            "Atlas | R-1 | 1 | 2024-03-04 |  | 1.5 | - | 150.00 USD |  | Printer",
            "Atlas | R-1 | 2 | 2024-03-05 |  | 0.5 | - | 50.00 USD |  | Mail",
            "Atlas | R-2 | 1 | 2024-03-06 |  | 1 | - | 100.00 USD |  | Rack");
    assertThat(samples.references()).contains("PO 17 | {Cost centre=K1}");
  }

  @Test
  void requests_aDayWithoutATime_isRefusedUnlessOneIsSaid() {
    String rows = "Key,Firm,Date,Subject\nT-1,Atlas,2024-03-04,Printer\n";
    ColumnMapping mapping =
        mapping("request_id=Key; customer_id=Firm; opened_at=Date; summary=Subject");
    FileAnswers said = Samples.answers("- - America/Chicago");

    FileImport refused = samples.mapped(ImportKind.REQUESTS, rows.getBytes(UTF_8), said, mapping);
    FileImport done =
        samples.mapped(
            ImportKind.REQUESTS,
            rows.getBytes(UTF_8),
            said,
            new ColumnMapping(
                mapping.sources(), mapping.constants(), mapping.skippedRows(), "", "", "08:00"));

    assertThat(Samples.problems(refused))
        .containsExactly("2 | Date | 2024-03-04 | Date must have a time of day too, such as 10:23");
    assertThat(Samples.counts(done)).isEqualTo("1 rows: 1 new, 0 changed, 0 same, 0 wrong");
    assertThat(samples.requests())
        .containsExactly("Atlas | T-1 | 2024-03-04T14:00:00Z | - | Printer |  |  |  |  | ");
  }

  @Test
  void encoding_isWhatWasSaid_whereATextIsNotUtf8() {
    byte[] rows = "Id;Name\nC1;Müller – Söhne\n".getBytes(Charset.forName("windows-1252"));
    ColumnMapping unsaid = mapping("customer_id=Id; name=Name");
    ColumnMapping said =
        new ColumnMapping(unsaid.sources(), List.of(), List.of(), ";", "windows-1252", "");

    assertThatThrownBy(() -> samples.mapped(ImportKind.CUSTOMERS, rows, FileAnswers.NONE, unsaid))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.FILE_NOT_TEXT));
    assertThat(Samples.counts(samples.mapped(ImportKind.CUSTOMERS, rows, FileAnswers.NONE, said)))
        .isEqualTo("1 rows: 1 new, 0 changed, 0 same, 0 wrong");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # unit | value    | hours
          HOURS  | 1,5      | 1.5
          MINUTES| 90       | 1.5
          SECONDS| 5400     | 1.5
          SECONDS| 1        | 0.0003
          HOURS  | 1:30     | 1.5
          SECONDS| 01:30:00 | 1.5
          -      | 1:30     | 1.5
          -      | 90       | asks --time-unit
          """)
  void hours_inTheirUnit_whichIsAskedFor(@Nullable String unit, String value, String hours) {
    String rows = "Firm;Who;Day;Time\nAtlas;Tom;2024-03-04;" + value + "\n";
    ColumnMapping mapping = mapping("customer_id=Firm; technician=Who; work_date=Day; hours=Time");
    FileAnswers said = Samples.answers("- - - - - - " + (unit == null ? "-" : unit));

    assertThat(read(rows, said, mapping)).isEqualTo(hours);
  }

  private String read(String rows, FileAnswers said, ColumnMapping mapping) {
    try {
      samples.mapped(ImportKind.TIME_ENTRIES, rows.getBytes(UTF_8), said, mapping);
      return samples.entries().getFirst().split(" \\| ", -1)[5];
    } catch (RedressException e) {
      return "asks " + e.metadata().get("options");
    }
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # kind       | mapping                                                            | field                         | what is wrong
          AGREEMENTS   | rate=R                                                             | header.mapping                | is not for agreements: write them with the columns of Redress
          CUSTOMERS    | customer_id=Id; name=Name; colour=C                                | header.mapping.sources[2].target    | 'colour' is no column of such files; these are customer_id, name, time_zone, tier, account_manager, phone, email, annual_value, currency
          CUSTOMERS    | customer_id=Id; name=Name; name=C                                  | header.mapping.sources[2].target    | name is filled twice
          CUSTOMERS    | customer_id=Id; name=Name; name:C                                  | header.mapping.constants[0].target  | name is filled twice
          CUSTOMERS    | customer_id=Id                                                     | header.mapping.sources        | nothing fills name: say which column of the file has it
          TIME_ENTRIES | technician=Who; hours=Time                                         | header.mapping.sources        | nothing fills started_at or work_date: say which column of the file has it
          TIME_ENTRIES | technician=Who; hours=Time+More; work_date=Day                     | header.mapping.sources[1].columns   | hours takes one column of the file only
          INVOICES     | work_date=D; hours=H; amount=A; description=T; currency:USD        | header.mapping.constants[0].target  | currency is said of the whole file: header.currency
          CUSTOMERS    | customer_id=Id; name=Name; time_zone:Bonn                          | header.mapping.constants[0].value   | must be an IANA time zone such as America/Chicago
          CUSTOMERS    | customer_id=Id; name=Name; currency:eu                             | header.mapping.constants[0].value   | must be the ISO 4217 code of a currency in use, such as USD
          REQUESTS     | request_id=K; summary=S; opened_at:2024-03-04T08:00                 | header.mapping.constants[0].value   | can be read in several ways: write it as 2024-03-04, 2024-03-04T08:00:00Z or 1.5
          REQUESTS     | request_id=K; opened_at=O                                          | header.mapping.sources        | nothing fills summary: say which column of the file has it
          """)
  void mapping_thatDoesNotFitTheKind_isRefused(
      ImportKind kind, String mapping, String field, String message) {
    assertThatThrownBy(() -> new MappedReader(kind, mapping(mapping)))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(ErrorReason.FIELD_INVALID);
              assertThat(e.violations()).containsExactly(new FieldViolation(field, message));
            });
  }

  @Test
  void mapping_ofAColumnThatTheFileLacks_isRefusedWithThoseItHas() {
    String rows = "Id,Name\nC1,Carver\n";

    assertThatThrownBy(
            () ->
                samples.mapped(
                    ImportKind.CUSTOMERS,
                    rows.getBytes(UTF_8),
                    FileAnswers.NONE,
                    mapping("customer_id=Id; name=Firm")))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(ErrorReason.FILE_HEADER_INVALID);
              assertThat(e.violations().getFirst().field())
                  .isEqualTo("header.mapping.sources[1].columns[0]");
            })
        .hasMessage("the file has no column 'Firm'; it has Id, Name");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # separator, encoding, time of day | field         | what is wrong
          x,,                                | separator     | must be a comma, a semicolon, a tab or a bar
          ;,UTF-7,                           | encoding      | must be ISO-8859-1 or windows-1252, or nothing for UTF-8
          ;,,8 o'clock                       | time_of_day   | must be a time such as 08:00
          """)
  void mapping_refusesWhatIsNoChoice(String choices, String field, String message) {
    List<String> said = List.of(choices.split(",", -1));
    List<Source> sources = List.of(new Source("name", List.of("Name")));

    assertThatThrownBy(
            () ->
                new ColumnMapping(
                    sources, List.of(), List.of(), said.getFirst(), said.get(1), said.get(2)))
        .hasMessage("header.mapping." + field + ": " + message);
  }

  @Test
  void mapping_hasLimits() {
    Source many = new Source("notes", List.of("a", "b", "c", "d", "e", "f"));
    Source longName = new Source("notes", List.of("a".repeat(201)));

    assertThatThrownBy(() -> mapping(""))
        .hasMessage("header.mapping.sources: has 0 entries; 1 to 50 are allowed");
    assertThatThrownBy(() -> new ColumnMapping(List.of(many), List.of(), List.of(), "", "", ""))
        .hasMessage("header.mapping.sources[0].columns: has 6 entries; 1 to 5 are allowed");
    assertThatThrownBy(() -> new ColumnMapping(List.of(longName), List.of(), List.of(), "", "", ""))
        .hasMessage("header.mapping.sources[0].columns[0]: must have at most 200 characters");
  }
}
