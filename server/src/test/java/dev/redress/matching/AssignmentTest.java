package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.matching.HoursProblem.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  @Test
  void solve_prefersTheBestForAllToTheBestForTheFirst() {
    // The first line could take either source; the second only the one that the first likes best.
    HoursProblem problem =
        new HoursProblem(
            List.of(List.of(new Offer(0, 10), new Offer(1, 8)), List.of(new Offer(0, 9))),
            new long[] {1, 1},
            new long[] {1, 1});
    Assignment.solve(problem);
    assertThat(problem.given(0, 1)).isEqualTo(1);
    assertThat(problem.given(1, 0)).isEqualTo(1);
  }

  @Test
  void solve_givesToTheEarlierOfEqualLines() {
    HoursProblem problem =
        new HoursProblem(
            List.of(List.of(new Offer(0, 10)), List.of(new Offer(0, 10))),
            new long[] {4, 4},
            new long[] {4});
    Assignment.solve(problem);
    assertThat(problem.given(0, 0)).isEqualTo(4);
    assertThat(problem.given(1, 0)).isZero();
  }

  @Property(tries = 200)
  void solve_isAsGoodAsTryingEverything(@ForAll long seed) {
    Random random = new Random(seed);
    int sources = 1 + random.nextInt(3);
    List<List<Offer>> offers = new ArrayList<>();
    long[] wanted = new long[1 + random.nextInt(4)];
    long[] capacities = random.longs(sources, 0, 4).toArray();
    for (int line = 0; line < wanted.length; line++) {
      wanted[line] = random.nextInt(3);
      List<Offer> own = new ArrayList<>();
      for (int source = 0; source < sources; source++) {
        if (random.nextBoolean()) {
          own.add(new Offer(source, 1 + random.nextInt(9)));
        }
      }
      offers.add(own);
    }
    HoursProblem problem = new HoursProblem(offers, wanted, capacities);
    Assignment.solve(problem);
    long gain = 0;
    for (int line = 0; line < wanted.length; line++) {
      assertThat(problem.wanted(line)).isNotNegative();
      for (int offer = 0; offer < offers.get(line).size(); offer++) {
        assertThat(problem.given(line, offer)).isNotNegative();
        gain += problem.given(line, offer) * offers.get(line).get(offer).gainMicrobits();
      }
    }
    for (int source = 0; source < sources; source++) {
      assertThat(problem.left(source)).isNotNegative();
    }
    assertThat(gain).isEqualTo(best(offers, wanted, capacities, 0));
  }

  /** The most that can be gained from this line on, by trying every way to give one unit. */
  private static long best(List<List<Offer>> offers, long[] wanted, long[] left, int line) {
    if (line == offers.size()) {
      return 0;
    }
    long best = best(offers, wanted, left, line + 1);
    if (wanted[line] == 0) {
      return best;
    }
    wanted[line]--;
    for (Offer offer : offers.get(line)) {
      if (left[offer.source()] > 0) {
        left[offer.source()]--;
        best = Math.max(best, offer.gainMicrobits() + best(offers, wanted, left, line));
        left[offer.source()]++;
      }
    }
    wanted[line]++;
    return best;
  }
}
