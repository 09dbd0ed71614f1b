package dev.redress.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.money.Money;
import dev.redress.report.Ranked.Row;
import dev.redress.report.UpstreamReport.Behind;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands behind causes, in cents. */
class UpstreamTallyTest {
  private static final Currency USD = Currency.getInstance("USD");

  @Test
  void causes_andWhoIsBehindThemComeWithMostMoneyFirst() {
    UpstreamTally tally = new UpstreamTally();
    tally.add(Cause.VAGUE, "bo", 9, usd(50));
    tally.add(Cause.NEVER_LOGGED, "VARN", 1, usd(100));
    tally.add(Cause.NEVER_LOGGED, "QUAR", 1, usd(300));
    tally.addLate(new LateLine("bo", usd(75), OptionalLong.of(8)));

    List<Behind> causes = tally.sections(1).getFirst().causes();

    assertThat(causes)
        .extracting(Behind::cause)
        .containsExactly(Cause.NEVER_LOGGED, Cause.LATE_LOGGED, Cause.VAGUE);
    Ranked<Spoilt> first = causes.getFirst().lines();
    assertThat(first.rows()).containsExactly(new Row<>("QUAR", new Spoilt(1, usd(300), List.of())));
    assertThat(first.other()).isEqualTo(new Spoilt(1, usd(100), List.of()));
    assertThat(first.total()).isEqualTo(new Spoilt(2, usd(400), List.of()));
  }

  @Test
  void currencies_areNeverAddedUp() {
    UpstreamTally tally = new UpstreamTally();
    tally.add(Cause.VAGUE, "bo", 1, usd(50));
    tally.add(Cause.VAGUE, "bo", 1, new Money(70, Currency.getInstance("EUR")));

    assertThat(tally.sections(5))
        .extracting(section -> section.causes().getFirst().lines().total().amount().minorUnits())
        .containsExactly(70L, 50L);
  }

  @ParameterizedTest(name = "{0} days late: half by {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # days    | half by
          -         | -
          8         | 8
          20 8      | 8
          1 30 9    | 9
          1 2 3 400 | 2
          """)
  void medianDaysLate_isADelayThatThereWas(@Nullable String days, @Nullable Long expected) {
    UpstreamTally tally = new UpstreamTally();
    tally.addLate(new LateLine("bo", usd(1), OptionalLong.empty()));
    if (days != null) {
      Stream.of(days.split(" ", -1))
          .map(Long::parseLong)
          .forEach(each -> tally.addLate(new LateLine("bo", usd(1), OptionalLong.of(each))));
    }

    assertThat(tally.sections(5).getFirst().causes().getFirst().lines().total().medianDaysLate())
        .isEqualTo(expected == null ? OptionalLong.empty() : OptionalLong.of(expected));
  }

  private static Money usd(long cents) {
    return new Money(cents, USD);
  }
}
