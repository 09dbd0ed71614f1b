package dev.redress.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
