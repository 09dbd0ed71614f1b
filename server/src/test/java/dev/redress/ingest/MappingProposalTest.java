package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.redress.ingest.MappingSuggestion.Entry;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed for files of unknown tools. */
class MappingProposalTest {
  @TempDir Path folder;
  private Samples samples;

  @BeforeEach
  void start() {
    samples = new Samples(folder);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          # kind       # the file, rows with ~ between                                                               # what is certain                                                                                       # what else
          TIME_ENTRIES # Datum;Von;Mitarbeiter;Kunde;Dauer;Tätigkeit~25.03.2024;10:23;Tom;Atlas;1,5;Remote           # request_id= customer_id=Kunde technician=Mitarbeiter started_at=Datum+Von hours=Dauer work_type=Tätigkeit # decimal=comma date_order=dmy time_unit? time_zone?
          TIME_ENTRIES # Ticket-Nr.,Day,Engineer,Minutes~17,03/04/2024,Tom,90                                        # request_id=Ticket-Nr. technician=Engineer work_date=Day hours=Minutes                                 # time_unit=minutes date_order?
          TIME_ENTRIES # Start,User,Company,Time spent (h)~2024-03-04 10:23,Tom,Atlas,1.5                            # customer_id=Company technician=User started_at=Start hours=Time spent (h)                             # decimal=point time_unit=hours time_zone?
          TIME_ENTRIES # Date,Vorname,Nachname,Société,Durée~2024-03-04,Tom,Berg,Atlas,1:30                          # customer_id=Société technician=Vorname+Nachname work_date=Date hours=Durée                            #
          TIME_ENTRIES # Fecha,Técnico,Cliente,Horas~13/04/2024,Tom,Atlas,1.5                                        # customer_id=Cliente technician=Técnico work_date=Fecha hours=Horas                                    # decimal=point time_unit=hours date_order=dmy
          INVOICES     # Rechnungsnummer|Rechnungsdatum|Leistungsdatum|Stunden|Betrag (EUR)|Beschreibung~R1|31.03.2024|25.03.2024|1,5|150,00|Drucker # invoice_id=Rechnungsnummer invoice_date=Rechnungsdatum work_date=Leistungsdatum hours=Stunden amount=Betrag (EUR) description=Beschreibung # currency=EUR decimal=comma date_order=dmy time_unit=hours customer?
          REQUESTS     # Nr;Betreff;Firma;Erstellt am~T1;Drucker;Atlas;2024-03-04                                    # request_id=Nr customer_id=Firma opened_at=Erstellt am summary=Betreff                                 # time_of_day? time_zone?
          REQUESTS     # id,subject,client,createdAt~T1,Printer,Atlas,2024-03-04T10:23:00Z                           # request_id=id customer_id=client opened_at=createdAt summary=subject                                  #
          TIME_ENTRIES # Who,Day,Hours (hours)~Tom,2024-03-04,1                                                      # technician=Who work_date=Day hours=Hours (hours)                                                      # time_unit=hours customer?
          TIME_ENTRIES # Who,Day,Duration (rounded to 15 min)~Tom,2024-03-04,1.25                                    # technician=Who work_date=Day hours=Duration (rounded to 15 min)                                                                          # time_unit? decimal=point customer?
          TIME_ENTRIES # Mitarbeiter;Tag;Stunden (min. 0,25)~Tom;2024-03-04;1,5                                              # technician=Mitarbeiter work_date=Tag hours=Stunden (min. 0,25)                                                # time_unit=hours decimal=comma customer?
          TIME_ENTRIES # Mitarbeiter;Tag;Dauer in Minuten~Tom;2024-03-04;90                                                  # technician=Mitarbeiter work_date=Tag                                                                          # customer?
          TIME_ENTRIES # Mitarbeiter;Tag;Dauer (Min.)~Tom;2024-03-04;90                                                      # technician=Mitarbeiter work_date=Tag hours=Dauer (Min.)                                                       # time_unit=minutes customer?
          TIME_ENTRIES # Who,Day,Hours,Minutes~Tom,2024-03-04,1,30                                                   # technician=Who work_date=Day                                                                          # customer?
          TIME_ENTRIES # Datum;Beginn;Mitarbeiter;Dauer~25.03.2024;10:23 Uhr;Tom;1:15                                        # started_at=Datum+Beginn technician=Mitarbeiter hours=Dauer                                                    # date_order=dmy time_zone? customer?
          INVOICES     # Invoice no|Day|Qty|Amount (ALL)|Text~R1|2024-03-25|1|150.00|A                                       # invoice_id=Invoice no work_date=Day hours=Qty amount=Amount (ALL) description=Text                            # currency? decimal=point invoice_date? time_unit? customer?
          TIME_ENTRIES # Mitarbeiter;Tag;Stunden;Min~Tom;2024-03-04;1;30                                             # technician=Mitarbeiter work_date=Tag                                                                          # customer?
          TIME_ENTRIES # Who,Day,Service date,Hours~Tom,2024-03-04,2024-03-05,1:30                                   # technician=Who hours=Hours                                                                                    # time_unit=hours customer?
          TIME_ENTRIES # Who,Day,Hours,Customer ID,Company~Tom,2024-03-04,1:30,A,Atlas                                # technician=Who work_date=Day hours=Hours customer_id=Customer ID                                              # time_unit=hours
          TIME_ENTRIES # Day,Who,Hours,Day,hours~2024-03-04,Tom,1:30,,2                                              # technician=Who                                                                                                # customer?
          INVOICES     # Invoice no|Qty|Amount (STD)|Text~R1|1|150.00|A                                              # invoice_id=Invoice no hours=Qty amount=Amount (STD) description=Text                                          # currency? decimal=point invoice_date? time_unit? work_date? customer?
          CUSTOMERS    # Kundennummer;Firma;Telefon~K1;Atlas;+49 30 1                                                # customer_id=Kundennummer name=Firma phone=Telefon                                                     #
          """)
  void suggest_whatNamesAndValuesTell_andNoMore(
      ImportKind kind, String file, String columns, @Nullable String answers) {
    MappingSuggestion suggestion = samples.suggest(kind, bytes(file));

    assertThat(
            suggestion.columns().stream()
                .filter(Entry::certain)
                .map(MappingProposalTest::shown)
                .toList())
        .containsExactlyInAnyOrder(words(columns.replace("request_id= ", "")));
    assertThat(suggestion.answers().stream().map(MappingProposalTest::shown).toList())
        .containsExactlyInAnyOrder(words(answers == null ? "" : answers));
  }

  /** Words, of which those with a sign begin a new one. */
  private static String[] words(String text) {
    return text.isBlank() ? new String[0] : text.strip().split(" (?=[a-z_]+[=?])", -1);
  }

  private static String shown(Entry entry) {
    return entry.key() + (entry.certain() ? "=" + String.join("+", entry.values()) : "?");
  }

  private static byte[] bytes(String file) {
    return file.replace('~', '\n').getBytes(UTF_8);
  }

  @Test
  void suggest_whatIsUnsure_isLeftToAPerson() {
    MappingSuggestion suggestion =
        samples.suggest(
            ImportKind.TIME_ENTRIES,
            bytes("Day,Employee of us,Hours,Note~2024-03-04,Tom,1.5,~2024-03-05,Tom,two,"));

    assertThat(suggestion.columns())
        .contains(
            new Entry(
                "technician", List.of("Employee of us"), false, true, "is it this one? 'Tom'"),
            new Entry("hours", List.of(), false, true, "which column of the file has it?"),
            new Entry("billable", List.of(), false, false, ""));
    assertThat(suggestion.unusedColumns()).containsExactly("Hours");
  }

  @Test
  void suggest_aTotal_isNoRow() {
    MappingSuggestion suggestion =
        samples.suggest(
            ImportKind.TIME_ENTRIES, bytes("Day,Who,Hours~2024-03-04,Tom,1.5~Grand total,,1.5"));

    assertThat(suggestion.skippedRows())
        .containsExactly(new ColumnMapping.SkippedRow("Day", "Grand total"));
    assertThat(suggestion.columns().stream().filter(Entry::certain).map(Entry::key))
        .contains("work_date");
  }

  @Test
  void suggest_aCustomerWhoIsCalledTotal_hasRows() {
    MappingSuggestion suggestion =
        samples.suggest(
            ImportKind.TIME_ENTRIES,
            bytes("Customer,Day,Who,Hours~Atlas,2024-03-04,Tom,1.5~Total,2024-03-04,Tom,2.5"));

    assertThat(suggestion.skippedRows()).isEmpty();
    assertThat(suggestion.answers())
        .contains(
            new Entry(
                "skip_rows",
                List.of(),
                false,
                false,
                "rows that lack nothing are read: are those sums where 'Customer' is 'Total'?"));
  }

  @Test
  void suggest_aRowThatLacksWhatRedressDoesNotNeed_isARow() {
    MappingSuggestion suggestion =
        samples.suggest(
            ImportKind.TIME_ENTRIES,
            bytes(
                "Customer,Day,Who,Hours,Notes~Atlas,2024-03-04,Tom,1.5,A~Total,2024-03-04,Tom,2.5,"));

    assertThat(suggestion.skippedRows()).isEmpty();
  }

  @Test
  void suggest_aNameThatIsThereTwice_isToldAndNotTaken() {
    MappingSuggestion suggestion =
        samples.suggest(
            ImportKind.TIME_ENTRIES, bytes("Day,Who,Hours,Day,hours~2024-03-04,Tom,1:30,,2"));

    assertThat(suggestion.columns())
        .contains(
            new Entry(
                "hours",
                List.of("Hours"),
                false,
                true,
                "the file has this column 2 times: give each a name of its own"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # columns           | asked for | beside
          Net;VAT;Total       | Net       | Total
          Total;Net;VAT       | Net       | Total
          Netto;MwSt;Gesamt   | Netto     | Gesamt
          Amount;VAT;Net      | Net       | Amount
          """)
  void suggest_netAndGross_isLeftToAPerson(String columns, String asked, String beside) {
    Entry amount =
        samples
            .suggest(
                ImportKind.INVOICES,
                bytes(
                    "Rechnung;Tag;Std;Text;" + columns + "~R1;2024-03-25;1;A;100.00;19.00;119.00"))
            .columns()
            .stream()
            .filter(entry -> entry.key().equals("amount"))
            .findFirst()
            .orElseThrow();

    assertThat(amount.certain()).isFalse();
    assertThat(amount.values()).containsExactly(asked);
    assertThat(amount.note()).endsWith("it could also be '" + beside + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # columns       | what is certain
          MwSt;Gesamt;x   |
          MwSt;Netto;x    | Netto
          Rabatt;Gesamt;x | Gesamt
          """)
  void suggest_aSumBesideATax_isLeftToAPersonUnlessItIsNet(
      String columns, @Nullable String amount) {
    MappingSuggestion suggestion =
        samples.suggest(
            ImportKind.INVOICES,
            bytes("Rechnung;Tag;Std;Text;" + columns + "~R1;2024-03-25;1;A;19.00;119.00;"));

    assertThat(
            suggestion.columns().stream()
                .filter(entry -> entry.key().equals("amount") && entry.certain())
                .flatMap(entry -> entry.values().stream()))
        .containsExactlyElementsOf(amount == null ? List.of() : List.of(amount));
  }

  @Test
  void suggest_aTimeOfDay_isNotHowLongItTook() {
    MappingSuggestion suggestion =
        samples.suggest(ImportKind.TIME_ENTRIES, bytes("Date,Time,Who~2024-03-04,10:23,Tom"));

    assertThat(suggestion.columns())
        .contains(new Entry("hours", List.of("Time"), false, true, "is it this one? '10:23'"));
  }

  @Test
  void suggest_valuesThatAreVeryLong_areCut() {
    MappingSuggestion suggestion =
        samples.suggest(
            ImportKind.CUSTOMERS,
            bytes("id,name," + "x".repeat(300) + "~K1," + "y".repeat(30_000) + ",1"));

    assertThat(suggestion.unusedColumns()).isEmpty();
    assertThat(suggestion.columns().get(1).note()).hasSizeLessThan(70);
  }

  @Test
  void suggest_aTextThatIsNotUtf8_isTakenForWhatItIsLikeliestToBe() {
    byte[] file =
        "Kundennummer;Firma\nK1;Müller – Söhne\n".getBytes(Charset.forName("windows-1252"));

    MappingSuggestion suggestion = samples.suggest(ImportKind.CUSTOMERS, file);

    assertThat(suggestion.answers())
        .extracting(Entry::key, entry -> entry.values().getFirst())
        .containsExactly(tuple("encoding", "windows-1252"));
    assertThat(suggestion.columns().get(1).note()).isEqualTo("'Müller – Söhne'");
  }

  @Test
  void suggested_fileOfAnUnknownTool_isAcceptedWhole() {
    byte[] file =
        bytes(
            "Beleg;Datum;Beginn;Mitarbeiter;Kunde;Dauer (Std);Tätigkeit;Bemerkung;Abrechenbar;Kst~"
                + "1;25.03.2024;10:23;Tom Berg;Atlas;1,5;Remote;Drucker;ja;K1~"
                + "2;26.03.2024;08:00;Tom Berg;Brask;0,25;Vor Ort;Mail;nein;~"
                + "3;01.04.2024;23:45;Eva Roth;Atlas;2;Remote;Umzug;ja;K1~"
                + "Summe;;;;;3,75;;;;~");
    MappingSuggestion suggestion = samples.suggest(ImportKind.TIME_ENTRIES, file);
    ColumnMapping mapping =
        new ColumnMapping(
            suggestion.columns().stream()
                .filter(Entry::certain)
                .map(entry -> new ColumnMapping.Source(entry.key(), entry.values()))
                .toList(),
            List.of(),
            suggestion.skippedRows(),
            "",
            "",
            "");
    String open =
        suggestion.answers().stream()
            .filter(entry -> !entry.certain())
            .map(Entry::key)
            .collect(Collectors.joining(" "));

    FileImport done =
        samples.mapped(
            ImportKind.TIME_ENTRIES,
            file,
            Samples.answers("- DMY Europe/Berlin COMMA - - HOURS"),
            mapping);

    assertThat(open).isEqualTo("time_zone");
    assertThat(Samples.problems(done)).isEmpty();
    assertThat(Samples.counts(done)).isEqualTo("3 rows: 3 new, 0 changed, 0 same, 0 wrong");
  }
}
