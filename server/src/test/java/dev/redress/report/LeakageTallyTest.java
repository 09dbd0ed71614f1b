package dev.redress.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.dispute.DisputeReason;
import dev.redress.finding.FindingCode;
import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.report.ClaimedLine.Claim;
import dev.redress.report.LeakageReport.Section;
import dev.redress.report.Ranked.Row;
import dev.redress.report.StakedLine.Stake;
import dev.redress.time.Hours;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a line's money comes to stand where, in cents. */
class LeakageTallyTest {
  private static final Currency USD = Currency.getInstance("USD");

  @ParameterizedTest(name = "{0} accepted={1} {2} -> {3} {4} {5}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # answer      | accepted | findings of a line of 100 | unmatched | findings | ambiguous
          -             | false    | -                         | 0         | 0        | 0
          MATCHED       | false    | -                         | 0         | 0        | 0
          MATCHED       | false    | RATE 20                   | 0         | 20       | 0
          MATCHED       | false    | RATE 80,VAGUE 100         | 0         | 100      | 0
          MATCHED       | false    | UNDERCHARGE -20           | 0         | 0        | 0
          UNMATCHED     | false    | -                         | 100       | 0        | 0
          UNMATCHED     | true     | -                         | 0         | 0        | 0
          UNMATCHED     | true     | UNCORRELATED 100,RATE 20  | 0         | 20       | 0
          AMBIGUOUS     | false    | -                         | 0         | 0        | 100
          AMBIGUOUS     | false    | HOURS_EXCESS 30           | 0         | 30       | 70
          AMBIGUOUS     | false    | NO_NOTES 100,RATE 10      | 0         | 100      | 0
          AMBIGUOUS     | true     | -                         | 0         | 0        | 0
          NOT_AUDITABLE | false    | DUPLICATE 100             | 0         | 100      | 0
          """)
  void atStake_isOfEachLineWhatItCostsAtMost(
      @Nullable Answer answer,
      boolean accepted,
      @Nullable String findings,
      long unmatched,
      long staked,
      long ambiguous) {
    LeakageTally tally = new LeakageTally(Dimension.CUSTOMER);
    BilledLines lines = new BilledLines("VARN", answer, accepted, 1, Hours.of("1"), usd(100));
    tally.add(lines);
    // What nobody asked for stands as a whole; the store gives no findings of it.
    if (findings != null && !lines.isUnmatched()) {
      tally.add(
          new StakedLine("VARN", lines.isAmbiguous(), Hours.of("1"), usd(100), stakes(findings)));
    }

    Leakage total = only(tally.sections(10)).leakage().total();

    assertThat(total.amount(LeakageColumn.BILLED)).isEqualTo(usd(100));
    assertThat(total.amount(LeakageColumn.UNMATCHED)).isEqualTo(usd(unmatched));
    assertThat(total.amount(LeakageColumn.FINDINGS)).isEqualTo(usd(staked));
    assertThat(total.amount(LeakageColumn.AMBIGUOUS)).isEqualTo(usd(ambiguous));
    assertThat(total.atStake()).isEqualTo(usd(unmatched + staked));
  }

  @Test
  void byReason_aLineStandsOnceAndItsMoneyIsSharedOut() {
    LeakageTally tally = new LeakageTally(Dimension.REASON);
    tally.add(new BilledLines("", Answer.MATCHED, false, 3, Hours.of("3"), usd(300)));
    tally.add(new BilledLines("", Answer.UNMATCHED, false, 1, Hours.of("2"), usd(50)));
    tally.add(
        new StakedLine(
            "", false, Hours.of("1"), usd(100), stakes("VAGUE 100,HOURS_EXCESS 60,RATE 10")));

    assertThat(rows(only(tally.sections(10))))
        .containsExactly(
            "HOURS_EXCESS 1 line 1 h billed 100 at stake 60",
            "UNCORRELATED 1 line 2 h billed 50 at stake 50",
            "VAGUE 0 line 0 h billed 0 at stake 30",
            "RATE 0 line 0 h billed 0 at stake 10",
            " 2 line 2 h billed 200 at stake 0");
  }

  @Test
  void claims_standByWhatBecameOfThem() {
    LeakageTally tally = new LeakageTally(Dimension.REASON);
    tally.add(
        new ClaimedLine(
            "",
            usd(100),
            List.of(
                new Claim(DisputeReason.RATE, LeakageColumn.DISPUTED, 30),
                new Claim(DisputeReason.UNCORRELATED, LeakageColumn.DISPUTED, 100),
                new Claim(DisputeReason.VAGUE, LeakageColumn.EXPLAINED, 100),
                new Claim(DisputeReason.STALE, LeakageColumn.DENIED, 40))));
    tally.addCredits("", DisputeReason.RATE, usd(25));

    Ranked<Leakage> leakage = only(tally.sections(10)).leakage();

    assertThat(leakage.total().amount(LeakageColumn.DISPUTED)).isEqualTo(usd(100));
    assertThat(amount(leakage, "UNCORRELATED", LeakageColumn.DISPUTED)).isEqualTo(usd(100));
    assertThat(amount(leakage, "VAGUE", LeakageColumn.EXPLAINED)).isEqualTo(usd(100));
    assertThat(amount(leakage, "STALE", LeakageColumn.DENIED)).isEqualTo(usd(40));
    assertThat(amount(leakage, "RATE", LeakageColumn.CREDITED)).isEqualTo(usd(25));
  }

  @ParameterizedTest
  @EnumSource
  void underbilling_isToldApartAndLowersNothing(Dimension by) {
    LeakageTally tally = new LeakageTally(by);
    tally.add(new BilledLines("k", Answer.MATCHED, false, 1, Hours.of("1"), usd(100)));
    tally.add(
        new StakedLine(
            "k", false, Hours.of("1"), usd(100), stakes("RATE 30,UNDERCHARGE -20,ARITHMETIC -5")));

    Section section = only(tally.sections(10));

    assertThat(section.leakage().total().amount(LeakageColumn.FINDINGS)).isEqualTo(usd(30));
    assertThat(section.underbilling().rows())
        .containsExactly(
            new Row<>(by == Dimension.REASON ? "UNDERCHARGE" : "k", new Underbilling(1, usd(20))));
  }

  @Test
  void currencies_areNeverAddedUp() {
    LeakageTally tally = new LeakageTally(Dimension.CUSTOMER);
    Money yen = new Money(500, Currency.getInstance("JPY"));
    tally.add(new BilledLines("VARN", Answer.UNMATCHED, false, 1, Hours.of("1"), usd(100)));
    tally.add(new BilledLines("VARN", Answer.UNMATCHED, false, 1, Hours.of("1"), yen));

    assertThat(tally.sections(10))
        .extracting(section -> section.leakage().total().atStake())
        .containsExactly(yen, usd(100));
  }

  @ParameterizedTest(name = "{0} rows: {1}, {2} others with {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # rows | told one by one | others | with
          1      | c               | 2      | 3
          2      | c b             | 1      | 1
          3      | c b a           | 0      | 0
          9      | c b a           | 0      | 0
          """)
  void rows_beyondTheFirstAreOne(int rowsMax, String keys, int others, long with) {
    LeakageTally tally = new LeakageTally(Dimension.CUSTOMER);
    tally.add(new BilledLines("a", Answer.UNMATCHED, false, 1, Hours.of("1"), usd(1)));
    tally.add(new BilledLines("b", Answer.UNMATCHED, false, 1, Hours.of("1"), usd(2)));
    tally.add(new BilledLines("c", Answer.UNMATCHED, false, 1, Hours.of("1"), usd(4)));

    Ranked<Leakage> leakage = only(tally.sections(rowsMax)).leakage();

    assertThat(leakage.rows().stream().map(Row::key).collect(Collectors.joining(" ")))
        .isEqualTo(keys);
    assertThat(leakage.others()).isEqualTo(others);
    Leakage other = leakage.other();
    assertThat(other == null ? usd(0) : other.atStake()).isEqualTo(usd(with));
    assertThat(leakage.total().atStake()).isEqualTo(usd(7));
  }

  @Test
  void months_areTheLatestFirst() {
    LeakageTally tally = new LeakageTally(Dimension.MONTH);
    tally.add(new BilledLines("2026-08", Answer.UNMATCHED, false, 1, Hours.of("1"), usd(9)));
    tally.add(new BilledLines("2026-09", Answer.MATCHED, false, 1, Hours.of("1"), usd(1)));

    assertThat(only(tally.sections(10)).leakage().rows())
        .extracting(Row::key)
        .containsExactly("2026-09", "2026-08");
  }

  private static List<String> rows(Section section) {
    return section.leakage().rows().stream()
        .map(
            row ->
                "%s %d line %s h billed %d at stake %d"
                    .formatted(
                        row.key(),
                        row.figures().lines(),
                        row.figures().hours(),
                        row.figures().amount(LeakageColumn.BILLED).minorUnits(),
                        row.figures().atStake().minorUnits()))
        .toList();
  }

  private static Money amount(Ranked<Leakage> leakage, String key, LeakageColumn column) {
    return leakage.rows().stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .orElseThrow()
        .figures()
        .amount(column);
  }

  private static Section only(List<Section> sections) {
    assertThat(sections).hasSize(1);
    return sections.getFirst();
  }

  private static List<Stake> stakes(String text) {
    return Stream.of(text.split(",", -1))
        .map(part -> part.split(" ", -1))
        .map(words -> new Stake(FindingCode.valueOf(words[0]), Long.parseLong(words[1])))
        .toList();
  }

  private static Money usd(long cents) {
    return new Money(cents, USD);
  }
}
