package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of invoices in the formats of others. */
class InvoiceFormatsTest {
  private static final FileAnswers DOLLARS = Samples.answers("- - - - USD");

  @TempDir Path folder;
  private Samples samples;

  @BeforeEach
  void start() {
    samples = new Samples(folder);
  }

  @Test
  void ledes_good_everyFeeIsALineAndStaysTheSame() throws IOException {
    FileImport first = samples.file(ImportKind.INVOICES, "ledes1998b-good.txt", DOLLARS);

    assertThat(Samples.problems(first)).isEmpty();
    assertThat(samples.lines())
        .containsExactly(
            "Atlas | 96542 | 1 | 1999-01-15 | Arnsley, Robert | 2 | 350.0000 USD | 630.00 USD |"
                + " A102 | Research \"attorney's fees\", set aside",
            "Atlas | 96542 | 2 | 1999-01-15 | 22547 | 2 | 350.0000 USD | 700.00 USD | A107 | Call"
                + " with co-counsel",
            "Brask | 96543 | 1 | 1999-02-15 | Arnsley, Robert | 1.25 | 100.0000 USD | 125.00 USD |"
                + " A102 | Research");
    assertThat(Samples.counts(samples.file(ImportKind.INVOICES, "ledes1998b-good.txt", DOLLARS)))
        .isEqualTo("3 rows: 0 new, 0 changed, 3 same, 0 wrong");
  }

  @Test
  void ledes_bad_everyRowIsAccountedFor() throws IOException {
    FileImport done = samples.file(ImportKind.INVOICES, "ledes1998b-bad.txt", DOLLARS);

    assertThat(Samples.counts(done)).isEqualTo("6 rows: 2 new, 0 changed, 0 same, 4 wrong");
    assertThat(Samples.problems(done))
        .containsExactlyInAnyOrder(
            "3 | EXP/FEE/INV_ADJ_TYPE | E 1 | EXP/FEE/INV_ADJ_TYPE is E, an expense; Redress"
                + " answers for fees (F) only",
            "4 | EXP/FEE/INV_ADJ_TYPE | 2 | EXP/FEE/INV_ADJ_TYPE must be F, E, IF or IE",
            "5 | LINE_ITEM_DATE | 19990230 | LINE_ITEM_DATE must be a day that the calendar has",
            "5 | LINE_ITEM_TOTAL | -15 | LINE_ITEM_TOTAL must be 0 or more",
            "6 |  | 19990225 | the row has 23 fields and the header has 24: put values with commas,"
                + " quotes or line breaks into quotes");
  }

  @Test
  void ledes_theCurrencyIsAskedFor() {
    assertThatThrownBy(
            () -> samples.file(ImportKind.INVOICES, "ledes1998b-good.txt", FileAnswers.NONE))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.FILE_NEEDS_ANSWER))
        .hasMessage("the file does not tell the currency: say it with --currency, such as USD");
    assertThat(samples.lines()).isEmpty();
  }

  @Test
  void ledes_aRowWithoutEnd_isRefused() {
    assertThatThrownBy(
            () ->
                samples.text(
                    ImportKind.INVOICES, "LEDES1998B[]\n" + "x".repeat(1_100_000), DOLLARS))
        .isInstanceOfSatisfying(
            RedressException.class, e -> assertThat(e.reason()).isEqualTo(ErrorReason.TOO_LARGE));
  }

  @Test
  void ledes_theFirstDateOfAnInvoiceHolds() {
    String row = "1999022%d|7|Atlas|%d|F|1|100|19990115|Research[]\n";
    FileImport done =
        samples.text(
            ImportKind.INVOICES,
            "LEDES1998B[]\nINVOICE_DATE|INVOICE_NUMBER|CLIENT_ID|LINE_ITEM_NUMBER|"
                + "EXP/FEE/INV_ADJ_TYPE|LINE_ITEM_NUMBER_OF_UNITS|LINE_ITEM_TOTAL|"
                + "LINE_ITEM_DATE|LINE_ITEM_DESCRIPTION[]\n"
                + row.formatted(5, 1)
                + row.formatted(6, 2)
                + row.formatted(4, 3),
            DOLLARS);

    assertThat(Samples.problems(done)).isEmpty();
    assertThat(samples.invoiceDates()).containsExactly("7 | 1999-02-25");
  }

  @Test
  void ubl_good_everyHourAndMinuteIsALineAndStaysTheSame() throws IOException {
    FileAnswers said = Samples.answers("- - - - - PERIOD_END");

    FileImport first = samples.file(ImportKind.INVOICES, "ubl-good.xml", said);

    assertThat(Samples.problems(first)).isEmpty();
    assertThat(samples.lines())
        .containsExactly(
            "Atlas | RE-2026-0917 | 1 | 2026-09-04 |  | 1.5 | 100.0000 EUR | 150.00 EUR |  |"
                + " Remote support Drucker läuft nicht <3. Stock>",
            "Atlas | RE-2026-0917 | 2 | 2026-09-11 |  | 0.8333 | 96.0000 EUR | 80.00 EUR |  |"
                + " Remote support Mail stuck",
            "Atlas | RE-2026-0917 | 3 | 2026-09-14 |  | 2 | 80.0000 EUR | 150.00 EUR |  | On site");
    assertThat(samples.references().getFirst())
        .isEqualTo(
            "SUP-17 | {BT-10 BuyerReference=Frau Müller, BT-13 OrderReference=PO-4711, BT-3"
                + " InvoiceTypeCode=380}");
    assertThat(samples.references().get(2))
        .contains("AllowanceChargeReason=Kulanz", "AllowanceCharge/Amount=10.00");
    assertThat(Samples.counts(samples.file(ImportKind.INVOICES, "ubl-good.xml", said)))
        .isEqualTo("3 rows: 0 new, 0 changed, 3 same, 0 wrong");
  }

  @Test
  void ubl_bad_everyLineIsAccountedFor() throws IOException {
    FileImport done =
        samples.file(ImportKind.INVOICES, "ubl-bad.xml", Samples.answers("- - - - - PERIOD_END"));

    assertThat(Samples.counts(done)).isEqualTo("8 rows: 1 new, 0 changed, 0 same, 7 wrong");
    assertThat(Samples.problems(done))
        .containsExactlyInAnyOrder(
            "1 | BT-130 unitCode | DAY 1 | BT-130 unitCode is DAY, and the invoice does not tell"
                + " how many hours a day has: ask for hours (HUR)",
            "2 | BT-130 unitCode | C62 2 | BT-130 unitCode is no time; Redress answers for labor"
                + " (HUR, LH, MIN) only",
            "3 | BT-130 unitCode | 3 | BT-130 unitCode must be HUR, LH or MIN for labor",
            "4 | BT-131 LineExtensionAmount | 100.00 USD EUR | BT-131 LineExtensionAmount is in USD"
                + " and the invoice in EUR",
            "5 | BT-129 InvoicedQuantity | -1 | BT-129 InvoicedQuantity must be 0 or more",
            "5 | BT-131 LineExtensionAmount | -100.00 | BT-131 LineExtensionAmount must be 0 or"
                + " more",
            "5 | BT-134 InvoiceLine/InvoicePeriod/StartDate | 2026-09-31 | BT-134"
                + " InvoiceLine/InvoicePeriod/StartDate must be a day that the calendar has",
            "6 | BT-134 InvoiceLine/InvoicePeriod/StartDate | 2026-10-01 6 | BT-134"
                + " InvoiceLine/InvoicePeriod/StartDate is missing, and the invoice has no period:"
                + " use --work-date invoice-date, or have the period added",
            "7 | BT-146 PriceAmount | 100.00 0 HUR HUR | BT-146 PriceAmount must be for a base"
                + " quantity above 0");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          ubl-good.xml     # -                # FILE_NEEDS_ANSWER # the file does not tell the day of the work of the line '2': say what stands for it with --work-date invoice-date or --work-date period-end
          ubl-no-buyer.xml # -                # FILE_NEEDS_ANSWER # the file does not tell whose its rows are: say it with --customer and the customer's id
          connectwise-invoice-good.csv # -    # FILE_NEEDS_ANSWER # the file does not tell whose its rows are: say it with --customer and the customer's id; the file does not tell the currency: say it with --currency, such as USD; the file does not tell which invoice its lines are of: say it with --invoice and the invoice's number; the file does not tell the date of its invoices: say it with --invoice-date, such as --invoice-date 2026-09-30
          xero-good.csv    # -                # FILE_NEEDS_ANSWER # the file does not tell the day of the work: say what stands for it with --work-date invoice-date or --work-date period-end
          """)
  void open_whatTheFileLeavesOpen_isAskedFor_andNothingIsStored(
      String name, String answers, ErrorReason reason, String question) {
    assertThatThrownBy(() -> samples.file(ImportKind.INVOICES, name, Samples.answers(answers)))
        .isInstanceOfSatisfying(
            RedressException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessage(question);
    assertThat(samples.lines()).isEmpty();
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what is in the sample            | becomes                                        | reason              | and is refused with
          <cbc:InvoiceTypeCode>380           | <cbc:InvoiceTypeCode>381                       | FILE_FORMAT_UNKNOWN | the file is a credit note, since its type (BT-3) is 381: Redress reads invoices, and credits are recorded where a dispute is resolved
          <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" | <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" | FILE_FORMAT_UNKNOWN | the file is a credit note, since it is a CreditNote: Redress reads invoices
          <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" | <Invoice xmlns="urn:example"  | FILE_FORMAT_UNKNOWN | the file begins with the element Invoice and not with the Invoice of UBL 2.1
          <Invoice xmlns=                    | <!DOCTYPE Invoice><Invoice xmlns=              | FILE_FORMAT_UNKNOWN | the file has a document type declaration or an entity of its own
          <Invoice xmlns=                    | <!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Invoice xmlns= | FILE_FORMAT_UNKNOWN | the file has a document type declaration
          Frau Müller                        | &frau;                                         | FILE_FORMAT_UNKNOWN | the file
          </Invoice>                         | </Rechnung>                                    | FILE_FORMAT_UNKNOWN | the file is not well-formed XML in line
          <cbc:BuyerReference>               | <cbc:BuyerReference><Invoice/></Invoice>       | FILE_FORMAT_UNKNOWN | the file is not well-formed XML in line 12: it was cut off or damaged
          """)
  void ubl_whatIsNoInvoice_isRefusedWhole(
      String text, String becomes, ErrorReason reason, String message) throws IOException {
    String sample = Samples.read("ubl-good.xml");
    assertThat(sample).contains(text);

    assertThatThrownBy(
            () ->
                samples.text(
                    ImportKind.INVOICES,
                    sample.replace(text, becomes),
                    Samples.answers("- - - - - PERIOD_END")))
        .isInstanceOfSatisfying(
            RedressException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageStartingWith(message);
    assertThat(samples.lines()).isEmpty();
  }

  @Test
  void ubl_whatIsMadeToExhaust_isRefused() throws IOException {
    String sample = Samples.read("ubl-good.xml");
    FileAnswers said = Samples.answers("- - - - - PERIOD_END");
    String deep =
        sample.replace("</Invoice>", "<a>".repeat(100) + "</a>".repeat(100) + "</Invoice>");
    String longName = sample.replace("</Invoice>", "<" + "a".repeat(5_000_000) + "/></Invoice>");
    String longValue =
        sample.replace("</Invoice>", "<a b='" + "a".repeat(5_000_000) + "'/></Invoice>");

    String inDeclaration = "<!DOCTYPE a [<!ENTITY b \"c\0\">]><a/>";

    for (String text : List.of(deep, longName, longValue, inDeclaration)) {
      assertThatThrownBy(() -> samples.text(ImportKind.INVOICES, text, said))
          .isInstanceOf(RedressException.class);
    }
    assertThat(samples.lines()).isEmpty();
  }

  @Test
  void ubl_ofAnyLength_isReadToItsEnd() throws IOException {
    String sample = Samples.read("ubl-good.xml");
    int begin = sample.indexOf("  <cac:InvoiceLine>");
    int end = sample.indexOf("  <cac:InvoiceLine>", begin + 1);
    String line = sample.substring(begin, end).replace("&lt;", "&amp;&amp;&amp;&amp;");
    String many =
        IntStream.range(100, 20_100)
            .mapToObj(number -> line.replace("<cbc:ID>1<", "<cbc:ID>" + number + "<"))
            .collect(Collectors.joining());

    FileImport done =
        samples.text(
            ImportKind.INVOICES,
            sample.substring(0, begin) + many + "</Invoice>",
            FileAnswers.NONE);

    assertThat(Samples.counts(done)).isEqualTo("20000 rows: 20000 new, 0 changed, 0 same, 0 wrong");
  }

  @Test
  void ubl_inLatin1_isRead() throws IOException {
    String sample = Samples.read("ubl-good.xml").replace("\"UTF-8\"", "\"ISO-8859-1\"");

    samples.text(ImportKind.INVOICES, sample, ISO_8859_1, Samples.answers("- - - - - PERIOD_END"));

    assertThat(samples.lines().getFirst()).contains("Drucker läuft nicht");
  }

  @Test
  void ubl_withoutABuyer_isTheCustomersThatIsNamed() throws IOException {
    samples.file(ImportKind.INVOICES, "ubl-no-buyer.xml", Samples.answers("Brask"));

    assertThat(samples.lines()).singleElement().asString().startsWith("Brask | RE-2026-0919 | 1");
  }

  @Test
  void xero_good_everyRowIsALineAndStaysTheSame() throws IOException {
    FileAnswers said = Samples.answers("- - - - - INVOICE_DATE");

    FileImport first = samples.file(ImportKind.INVOICES, "xero-good.csv", said);

    assertThat(Samples.problems(first)).isEmpty();
    assertThat(samples.lines())
        .containsExactly(
            "Atlas | INV-0042 | 1 | 2026-09-30 |  | 1.5 | 120.0000 USD | 180.00 USD | REMOTE |"
                + " Printer, third floor",
            "Atlas | INV-0042 | 2 | 2026-09-30 |  | 0.333 | 120.0000 USD | 35.96 USD | REMOTE |"
                + " Mail stuck",
            "Brask | INV-0043 | 1 | 2026-09-30 |  | 2 | 1120.5000 USD | 2241.00 USD |  | On site");
    assertThat(Samples.counts(samples.file(ImportKind.INVOICES, "xero-good.csv", said)))
        .isEqualTo("3 rows: 0 new, 0 changed, 3 same, 0 wrong");
  }

  @Test
  void xero_bad_everyRowIsAccountedFor() throws IOException {
    FileImport done =
        samples.file(
            ImportKind.INVOICES, "xero-bad.csv", Samples.answers("- - - - - INVOICE_DATE"));

    assertThat(Samples.counts(done)).isEqualTo("6 rows: 1 new, 0 changed, 0 same, 5 wrong");
    assertThat(Samples.problems(done))
        .containsExactlyInAnyOrder(
            "2 | *ContactName | Nobody | *ContactName is not known: import the customers first",
            "3 | *InvoiceNumber |  | *InvoiceNumber must not be empty",
            "4 | *Quantity |  | *Quantity must not be empty",
            "5 | *InvoiceDate | 31/09/2026 | *InvoiceDate must be a day that the calendar has",
            "5 | *Quantity | two | *Quantity must be a number such as 12 or 1.25",
            "6 | Discount | 200 1 120.00 USD | Discount must be a percentage such as 10");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          connectwise-invoice-good.csv # Atlas - - - USD - - 4711 2026-09-30 # Atlas | 4711 | 20102 | 2026-09-25 | Tom Berg | 0.25 | 150.0000 USD | 37.50 USD | On site | On site Engineer
          autotask-billing-good.csv    # - - - - USD - - - 2026-09-30        # Brask | 4712 | 9002 | 2026-09-04 |  | 0.25 | 150.0000 USD | 37.50 USD |  | Remote support Mail stuck
          """)
  void billedTime_good_everyRowIsALineAndStaysTheSame(String name, String answers, String line)
      throws IOException {
    FileAnswers said = Samples.answers(answers);

    FileImport first = samples.file(ImportKind.INVOICES, name, said);

    assertThat(Samples.problems(first)).isEmpty();
    assertThat(samples.lines()).hasSize(2).contains(line);
    assertThat(samples.references().get(1)).startsWith("67018 | ");
    assertThat(samples.invoiceDates()).allMatch(invoice -> invoice.endsWith(" | 2026-09-30"));
    assertThat(samples.file(ImportKind.INVOICES, name, said).rowsUnchanged()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          connectwise-invoice-bad.csv # 3 rows: 1 new, 0 changed, 0 same, 2 wrong # 2 | Invoice Nbr |  | Invoice Nbr must not be empty
          connectwise-invoice-bad.csv # 3 rows: 1 new, 0 changed, 0 same, 2 wrong # 3 | Inv Hrs |  | Inv Hrs must not be empty
          connectwise-invoice-bad.csv # 3 rows: 1 new, 0 changed, 0 same, 2 wrong # 3 | Inv Amt | -37.50 | Inv Amt must be 0 or more
          autotask-billing-bad.csv    # 4 rows: 1 new, 0 changed, 0 same, 3 wrong # 2 | TimeEntryID | 9001 | TimeEntryID is empty; Redress answers for billed time entries only
          autotask-billing-bad.csv    # 4 rows: 1 new, 0 changed, 0 same, 3 wrong # 3 | InvoiceID |  | InvoiceID must not be empty
          autotask-billing-bad.csv    # 4 rows: 1 new, 0 changed, 0 same, 3 wrong # 4 | AccountID | 29 | AccountID is not known: import the customers first
          """)
  void billedTime_bad_everyRowIsAccountedFor(String name, String counts, String problem)
      throws IOException {
    FileImport done =
        samples.file(
            ImportKind.INVOICES, name, Samples.answers("Atlas - - - USD - - - 2026-09-30"));

    assertThat(Samples.counts(done)).isEqualTo(counts);
    assertThat(Samples.problems(done)).contains(problem);
  }
}
