package dev.redress.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.time.Hours;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which agreement counts on which day, and what it covers. */
class AgreementsTest {

  /** Until the end of 2024 the old one, from March 2025 the new one, in between none. */
  private static final Agreements HISTORY =
      new Agreements(
          List.of(
              Terms.inForce("new", LocalDate.of(2025, 3, 1), null),
              Terms.inForce("old", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))));

  @ParameterizedTest(name = "work on {0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # work date | agreement in force
          2023-12-31  | -
          2024-01-01  | old
          2024-02-29  | old
          2024-12-31  | old
          2025-01-01  | -
          2025-02-28  | -
          2025-03-01  | new
          2199-12-31  | new
          """)
  void inForce(LocalDate workDate, @Nullable String expected) {
    assertThat(HISTORY.inForce(workDate).map(it -> it.name().agreement()).orElse(null))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} to {1}, and {2} to {3}: {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # one from  | until      | other from | until      | overlap
          2026-01-01  | 2026-06-30 | 2026-07-01 | 2026-12-31 | false
          2026-01-01  | 2026-07-01 | 2026-07-01 | 2026-12-31 | true
          2026-01-01  | -          | 2026-07-01 | 2026-12-31 | true
          2026-07-01  | -          | 2026-01-01 | 2026-06-30 | false
          2026-01-01  | 2026-12-31 | 2026-03-01 | 2026-03-01 | true
          2026-01-01  | -          | 2027-01-01 | -          | true
          2026-01-01  | 2026-01-01 | 2026-01-01 | 2026-01-01 | true
          """)
  void overlaps(
      LocalDate from,
      @Nullable LocalDate until,
      LocalDate otherFrom,
      @Nullable LocalDate otherUntil,
      boolean expected) {
    Agreement one = Terms.inForce("1", from, until);
    Agreement other = Terms.inForce("2", otherFrom, otherUntil);

    assertThat(one.overlaps(other)).isEqualTo(expected);
    assertThat(other.overlaps(one)).isEqualTo(expected);
  }

  @Test
  void agreementsOfACustomerDoNotOverlap() {
    assertThatThrownBy(
            () ->
                new Agreements(
                    List.of(
                        Terms.inForce("old", LocalDate.of(2025, 1, 1), null),
                        Terms.inForce("new", LocalDate.of(2026, 1, 1), null))))
        .hasMessage("the agreements old (from 2025-01-01 on) and new (from 2026-01-01 on) overlap");
    assertThatThrownBy(() -> Terms.inForce("A", LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)))
        .hasMessage("the last day, 2026-01-01, is before the first, 2026-01-02");
  }

  @ParameterizedTest(name = "included {0}, covered {1}, excluded {2}: {3} is covered: {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # hours included | covered     | excluded | work type  | is it covered
          10               | -           | -        | Remote     | true
          10               | -           | -        | -          | true
          10               | -           | Project  | project    | false
          10               | -           | Project  | Remote     | true
          10               | Remote      | -        | ' remote ' | true
          10               | Remote      | -        | On site    | false
          10               | Remote      | -        | -          | false
          -                | -           | -        | Remote     | false
          -                | Remote;Help | Project  | Help       | true
          -                | Remote;Help | Project  | Project    | false
          """)
  void covers(
      @Nullable String hours,
      @Nullable String covered,
      @Nullable String excluded,
      @Nullable String workType,
      boolean expected) {
    Agreement agreement =
        Terms.of2026(
            RateCard.NONE,
            hours == null
                ? null
                : new IncludedHours(Hours.of(hours), IncludedHours.Period.MONTH, Hours.ZERO, null),
            new WorkScope(Terms.list(covered), Terms.list(excluded)));

    assertThat(agreement.covers(workType == null ? "" : workType)).isEqualTo(expected);
  }

  @Test
  void overrunRate_countsForCoveredWorkOnly() {
    Agreement agreement =
        Terms.of2026(
            new RateCard(List.of(new RateRule("", "", "", TimeOfWork.ANY, Terms.rate("150")))),
            new IncludedHours(
                Hours.of("10"), IncludedHours.Period.MONTH, Hours.ZERO, Terms.rate("95.50")),
            new WorkScope(List.of(), List.of("Project")));

    assertThat(agreement.overrunRateFor(work("Remote"))).contains(Terms.rate("95.50"));
    assertThat(agreement.overrunRateFor(work("Project"))).contains(Terms.rate("150"));
    assertThat(agreement.rateFor(work("Remote"))).contains(Terms.rate("150"));
  }

  @Test
  void scope_isOneThingOrTheOther() {
    assertThatThrownBy(() -> new WorkScope(List.of("Remote"), List.of("remote")))
        .hasMessage("the work type 'remote' is both covered and excluded: choose one");
    assertThatThrownBy(() -> new WorkScope(List.of("Remote", "REMOTE "), List.of()))
        .hasMessage("the covered work type 'REMOTE ' is there twice: leave one of them out");
    assertThatThrownBy(() -> new WorkScope(List.of(), List.of("")))
        .hasMessage("one of the excluded work types is empty: leave it out");
  }

  private static Work work(String workType) {
    return new Work("", "", workType, Set.of());
  }
}
