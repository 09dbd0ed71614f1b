package dev.redress.statement;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.INVOICE;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.USD;

import dev.redress.finding.FindingCode;
import dev.redress.identity.AgreementName;
import dev.redress.identity.LineName;
import dev.redress.identity.RequestName;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.persistence.Samples;
import dev.redress.request.Request;
import dev.redress.statement.Clause.Coverage;
import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Statements to look at. */
public final class StatementSamples {
  private StatementSamples() {}

  /** A statement of these lines. */
  public static Statement of(List<StatementLine> lines) {
    return new Statement(
        Samples.provider(PROVIDER.provider()),
        Samples.customer(CUSTOMER),
        Samples.invoice(INVOICE),
        lines,
        NOW);
  }

  /** A line of 100.00 USD of which this is known. */
  public static StatementLine line(Standing standing) {
    boolean tied = standing == Standing.MATCHED || standing == Standing.AMBIGUOUS;
    return new StatementLine(
        billed("rollers replaced"),
        standing,
        tied ? List.of(new Asked(request("Printer jams"), Hours.of("1"))) : List.of(),
        null,
        List.of(),
        Money.zero(USD),
        Money.zero(USD),
        null);
  }

  /** A line of work about which the agreement care says this. */
  public static StatementLine agreed(Coverage coverage) {
    StatementLine line = line(Standing.UNMATCHED);
    return new StatementLine(
        line.line(),
        line.standing(),
        line.asked(),
        new Clause(new AgreementName(CUSTOMER, "care"), coverage, null),
        line.findings(),
        line.onHold(),
        line.credited(),
        null);
  }

  /** A line whose price is above that of the agreement care, by which it costs 80.00 USD. */
  public static StatementLine overpriced() {
    StatementLine line = line(Standing.MATCHED);
    return new StatementLine(
        line.line(),
        line.standing(),
        line.asked(),
        new Clause(new AgreementName(CUSTOMER, "care"), Coverage.PRICED, new Money(8_000, USD)),
        List.of(FindingCode.RATE),
        line.onHold(),
        line.credited(),
        null);
  }

  /** A line that is in dispute. */
  public static StatementLine disputed() {
    return new StatementLine(
        billed(""),
        Standing.UNMATCHED,
        List.of(),
        null,
        List.of(FindingCode.UNCORRELATED, FindingCode.NO_NOTES),
        new Money(9_500, USD),
        new Money(500, USD),
        NOW.plus(Duration.ofDays(1))
            .plus(Duration.ofMinutes(14 * 60 + 30))
            .minusNanos(123_456_000));
  }

  /** A line whose texts were written by somebody who means harm. */
  public static StatementLine hostile(String text) {
    return new StatementLine(
        billed(text),
        Standing.MATCHED,
        List.of(new Asked(request(text), Hours.of("1"))),
        null,
        List.of(),
        Money.zero(USD),
        Money.zero(USD),
        null);
  }

  private static LaborLine billed(String description) {
    return new LaborLine(
        new LineName(INVOICE, "7-01"),
        LocalDate.of(2025, 10, 24),
        "Tom Bell",
        Hours.of("1"),
        Rate.ofMajor(BigDecimal.valueOf(100), USD),
        new Money(10_000, USD),
        description,
        "",
        "",
        Map.of());
  }

  private static Request request(String summary) {
    return new Request(
        new RequestName(CUSTOMER, "r1"),
        NOW,
        null,
        summary,
        "",
        "Dr. Kim",
        "",
        "",
        "",
        "",
        Map.of());
  }
}
