package dev.redress.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.agreement.IncludedHours.Account;
import dev.redress.agreement.IncludedHours.Period;
import dev.redress.agreement.IncludedHours.Use;
import dev.redress.time.Hours;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many of the included hours are left on which day. */
class IncludedHoursTest {

  @ParameterizedTest(name = "a {0} of an agreement from {1} on, seen on {2}: {3} to {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # period | agreement from | day        | period from | until
          MONTH    | 2026-01-01     | 2026-01-01 | 2026-01-01  | 2026-01-31
          MONTH    | 2026-01-01     | 2026-02-28 | 2026-02-01  | 2026-02-28
          MONTH    | 2026-01-15     | 2026-02-14 | 2026-01-15  | 2026-02-14
          MONTH    | 2026-01-15     | 2026-02-15 | 2026-02-15  | 2026-03-14
          MONTH    | 2024-01-31     | 2024-02-28 | 2024-01-31  | 2024-02-28
          MONTH    | 2024-01-31     | 2024-02-29 | 2024-02-29  | 2024-03-30
          MONTH    | 2024-01-31     | 2024-03-31 | 2024-03-31  | 2024-04-29
          QUARTER  | 2026-01-01     | 2026-03-31 | 2026-01-01  | 2026-03-31
          QUARTER  | 2025-11-01     | 2026-02-01 | 2026-02-01  | 2026-04-30
          YEAR     | 2025-07-01     | 2026-06-30 | 2025-07-01  | 2026-06-30
          YEAR     | 2024-02-29     | 2025-02-28 | 2025-02-28  | 2026-02-27
          YEAR     | 2024-02-29     | 2028-02-29 | 2028-02-29  | 2029-02-27
          """)
  void periodsBeginWithTheAgreement(
      Period period, LocalDate agreementFrom, LocalDate day, LocalDate from, LocalDate until) {
    Account account =
        new IncludedHours(Hours.of("10"), period, Hours.ZERO, null)
            .account(agreementFrom, day, List.of());

    assertThat(account.from()).isEqualTo(from);
    assertThat(account.until()).isEqualTo(until);
    assertThat(account.left()).isEqualTo(Hours.of("10"));
  }

  /** 10 hours a month from January on, of which 4 are carried over at most. */
  @ParameterizedTest(name = "on {0}: {1} carried over, {2} used, {3} left, {4} beyond")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # day      | carried over | used | left | beyond
          2026-01-05 | 0            | 0    | 10   | 0
          2026-01-10 | 0            | 3    | 7    | 0
          2026-01-31 | 0            | 3    | 7    | 0
          2026-02-01 | 4            | 0    | 14   | 0
          2026-02-10 | 4            | 12   | 2    | 0
          2026-02-11 | 4            | 15.5 | 0    | 1.5
          2026-03-01 | 0            | 0    | 10   | 0
          2026-04-01 | 4            | 0    | 14   | 0
          2026-05-01 | 4            | 0    | 14   | 0
          """)
  void account(LocalDate day, String carriedOver, String used, String left, String beyond) {
    IncludedHours included = new IncludedHours(Hours.of("10"), Period.MONTH, Hours.of("4"), null);
    List<Use> uses =
        List.of(
            new Use(LocalDate.of(2026, 2, 11), Hours.of("3.5")),
            new Use(LocalDate.of(2026, 1, 10), Hours.of("3")),
            new Use(LocalDate.of(2025, 12, 31), Hours.of("99")),
            new Use(LocalDate.of(2026, 2, 10), Hours.of("12")));

    Account account = included.account(LocalDate.of(2026, 1, 1), day, uses);

    assertThat(account.included()).isEqualTo(Hours.of("10"));
    assertThat(account.carriedOver()).isEqualTo(Hours.of(carriedOver));
    assertThat(account.used()).isEqualTo(Hours.of(used));
    assertThat(account.left()).isEqualTo(Hours.of(left));
    assertThat(account.overrun()).isEqualTo(Hours.of(beyond));
  }

  @Test
  void included_refuses() {
    assertThatThrownBy(() -> new IncludedHours(Hours.ZERO, Period.MONTH, Hours.ZERO, null))
        .hasMessage("included hours of 0 are not above 0 and at most 10000");
    assertThatThrownBy(
            () -> new IncludedHours(Hours.of("1"), Period.MONTH, Hours.of("10000.5"), null))
        .hasMessage("carry-over hours of 10000.5 are not from 0 to 10000");
  }
}
