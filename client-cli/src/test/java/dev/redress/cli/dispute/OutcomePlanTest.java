package dev.redress.cli.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.type.Money;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.output.Amounts;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.DisputedLine.Reason;
import dev.redress.v1.LineOutcome;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

/** A dispute over line a, for two reasons, and over line b=1. */
class OutcomePlanTest {
  private static final List<DisputedLine> LINES =
      List.of(
          line("a", Reason.UNCORRELATED), line("a", Reason.RATE), line("b%3D1", Reason.NO_NOTES));

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # outcomes                             | all lines | what is sent
          -                                      | CREDITED  | a UNCORRELATED CREDITED, a RATE CREDITED, b=1 NO_NOTES CREDITED
          b=1=DENIED                             | -         | b=1 NO_NOTES DENIED
          b=1=partially_credited:4.50            | explained | a UNCORRELATED EXPLAINED, a RATE EXPLAINED, b=1 NO_NOTES PARTIALLY_CREDITED 4.50 USD
          a/RATE=CREDITED                        | EXPLAINED | a UNCORRELATED EXPLAINED, a RATE CREDITED, b=1 NO_NOTES EXPLAINED
          a/RATE=written_off                     | REBILLED  | a UNCORRELATED REBILLED, a RATE WRITTEN_OFF, b=1 NO_NOTES REBILLED
          b=1=WITHDRAWN                          | -         | b=1 NO_NOTES WITHDRAWN
          providers/p/customers/c/invoices/i/lines/b%3D1=DENIED | - | b=1 NO_NOTES DENIED
          """)
  void of_givesEachLineItsDecision(
      @Nullable String outcomes, @Nullable String allLines, String sent) {
    assertThat(plan(outcomes, allLines).stream().map(OutcomePlanTest::text))
        .isEqualTo(List.of(sent.split(", ")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x=DENIED | line 'x' is not in the dispute; 'redress dispute show' lists its lines
          a=DENIED | line 'a' is disputed for several reasons; say which as a/UNCORRELATED=OUTCOME
          """)
  void of_refusesWhatItCannotTell(String outcomes, String sentence) {
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> plan(outcomes, null))
        .withMessage("%s", sentence);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a                       | 'a' is not of the form LINE=OUTCOME
          =DENIED                 | '=DENIED' is not of the form LINE=OUTCOME
          a=FREE                  | 'FREE' is not one of EXPLAINED, DENIED, CREDITED, WRITTEN_OFF, REBILLED, WITHDRAWN, PARTIALLY_CREDITED:AMOUNT
          a=PARTIALLY_CREDITED    | 'PARTIALLY_CREDITED' is not one of EXPLAINED, DENIED, CREDITED, WRITTEN_OFF, REBILLED, WITHDRAWN, PARTIALLY_CREDITED:AMOUNT
          a=PARTIALLY_CREDITED:x  | 'X' is not an amount such as 125.00
          """)
  void convert_refusesWhatIsNoDecision(String text, String sentence) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> new LineDecision.Converter().convert(text))
        .withMessage("%s", sentence);
  }

  private static List<LineOutcome> plan(@Nullable String outcomes, @Nullable String allLines) {
    LineDecision.Converter converter = new LineDecision.Converter();
    return OutcomePlan.of(
        LINES,
        outcomes == null ? List.of() : Stream.of(outcomes).map(converter::convert).toList(),
        allLines == null ? null : new LineDecision.WholeConverter().convert(allLines));
  }

  private static String text(LineOutcome outcome) {
    return Stream.of(
            outcome.getLine().substring(outcome.getLine().lastIndexOf('/') + 1).replace("%3D", "="),
            outcome.getReason().name(),
            outcome.getOutcome().name(),
            Amounts.text(outcome.getApprovedAmount()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static DisputedLine line(String id, Reason reason) {
    return DisputedLine.newBuilder()
        .setLine("providers/p/customers/c/invoices/i/lines/" + id)
        .setReason(reason)
        .setInvoicedAmount(Money.newBuilder().setUnits(10).setCurrencyCode("USD"))
        .build();
  }
}
