package dev.redress.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.dispute.DisputeReason;
import dev.redress.finding.FindingCode;
import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.report.ClaimedLine.Claim;
import dev.redress.report.LeakageReport.Section;
import dev.redress.report.StakedLine.Stake;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** By whatever leakage is told apart, and however many rows are told, the sums are the same. */
class LeakagePropertyTest {
  private static final List<Currency> CURRENCIES =
      List.of(Currency.getInstance("EUR"), Currency.getInstance("USD"));
  private static final List<Answer> ANSWERS = List.of(Answer.values());
  private static final List<FindingCode> CODES = List.of(FindingCode.values());
  private static final List<DisputeReason> REASONS = List.of(DisputeReason.values());
  private static final List<LeakageColumn> ENDS =
      List.of(
          LeakageColumn.DISPUTED,
          LeakageColumn.EXPLAINED,
          LeakageColumn.DENIED,
          LeakageColumn.WITHDRAWN);

  @Property(tries = 200)
  void totals_areTheSameByEveryDimension(@ForAll long seed) {
    List<Section> expected = sections(Dimension.CUSTOMER, seed, Ranked.ROWS_MAX);
    for (Dimension by : Dimension.values()) {
      for (int rowsMax : new int[] {1, 3, Ranked.ROWS_MAX}) {
        List<Section> sections = sections(by, seed, rowsMax);

        assertThat(sections).hasSameSizeAs(expected);
        for (int i = 0; i < sections.size(); i++) {
          Section section = sections.get(i);
          assertThat(section.leakage().total()).isEqualTo(expected.get(i).leakage().total());
          assertThat(section.underbilling().total())
              .isEqualTo(expected.get(i).underbilling().total());
          assertThat(sum(section)).isEqualTo(section.leakage().total());
        }
      }
    }
  }

  @Property(tries = 200)
  void columns_neverHoldMoreThanWasBilled(@ForAll long seed) {
    for (Section section : sections(Dimension.TECHNICIAN, seed, Ranked.ROWS_MAX)) {
      Leakage total = section.leakage().total();
      for (LeakageColumn column : LeakageColumn.values()) {
        assertThat(total.amount(column).minorUnits()).as(column.name()).isNotNegative();
        assertThat(total.amount(column)).isLessThanOrEqualTo(total.amount(LeakageColumn.BILLED));
      }
      assertThat(total.atStake().plus(total.amount(LeakageColumn.AMBIGUOUS)))
          .isLessThanOrEqualTo(total.amount(LeakageColumn.BILLED));
    }
  }

  private static Leakage sum(Section section) {
    Leakage sum = Leakage.nothing(section.currency());
    for (Ranked.Row<Leakage> row : section.leakage().rows()) {
      sum = sum.plus(row.figures());
    }
    Leakage other = section.leakage().other();
    return other == null ? sum : sum.plus(other);
  }

  /** The same lines for each dimension, with other keys. */
  private static List<Section> sections(Dimension by, long seed, int rowsMax) {
    Random random = new Random(seed);
    LeakageTally tally = new LeakageTally(by);
    int lines = random.nextInt(40);
    for (int i = 0; i < lines; i++) {
      line(tally, by, random);
    }
    return tally.sections(rowsMax);
  }

  private static void line(LeakageTally tally, Dimension by, Random random) {
    int row = random.nextInt(8);
    String key = by == Dimension.REASON ? "" : by + " " + row % (by == Dimension.MONTH ? 3 : 8);
    Currency currency = CURRENCIES.get(random.nextInt(2));
    Money amount = new Money(random.nextInt(1_000), currency);
    Hours hours = new Hours(random.nextInt(80_000));
    BilledLines billed =
        new BilledLines(
            key,
            random.nextInt(5) == 0 ? null : ANSWERS.get(random.nextInt(ANSWERS.size())),
            random.nextInt(4) == 0,
            1,
            hours,
            amount);
    tally.add(billed);
    List<Stake> stakes = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      FindingCode code = CODES.get(random.nextInt(CODES.size()));
      stakes.add(new Stake(code, random.nextInt(1_500) - 300));
      DisputeReason reason = REASONS.get(random.nextInt(REASONS.size()));
      claims.add(new Claim(reason, ENDS.get(random.nextInt(ENDS.size())), random.nextInt(1_000)));
    }
    if (!billed.isUnmatched()) {
      tally.add(new StakedLine(key, billed.isAmbiguous(), hours, amount, stakes));
    }
    tally.add(new ClaimedLine(key, amount, claims));
    tally.addCredits(key, DisputeReason.RATE, amount.share(random.nextInt(11), 10));
  }
}
