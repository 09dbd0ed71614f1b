package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.time.Hours;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsTest {
  @ParameterizedTest(name = "{0} h billed, {1} h logged: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # billed | logged | level
          1.5      | 1.5    | EQUAL
          0.5      | 0.3    | EQUAL
          0.25     | 0.0834 | EQUAL
          0.5      | 0.25   | CLOSE
          1.25     | 1.5    | CLOSE
          0.75     | 1.5    | FEWER
          3.5      | 2.5    | MORE
          """)
  void hours_toleratesTheQuarter(Hours billed, Hours logged, String level) {
    HoursLevels levels = new HoursLevels(List.of());
    assertThat(List.of("EQUAL", "CLOSE", "FEWER", "MORE").get(levels.of(billed, logged)))
        .isEqualTo(level);
  }

  @ParameterizedTest(name = "{0} billed, {1} logged: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # billed | logged | level: 0 equal, 1 close, 2 within 1 %, 3 within 5 %, 4 fewer, 5 more
          100      | 100    | 0
          100      | 99.76  | 0
          100.01   | 99.77  | 1
          100      | 100.25 | 1
          100      | 101    | 2
          100      | 101.01 | 3
          100      | 95     | 3
          100      | 105.01 | 4
          100      | 94.99  | 5
          1        | 1.25   | 1
          1        | 1.26   | 4
          """)
  void hours_comparesByTheShareOfWhatIsBilled(Hours billed, Hours logged, int level) {
    HoursLevels levels = new HoursLevels(List.of(0.01, 0.05));
    assertThat(levels.of(billed, logged)).isEqualTo(level);
  }

  @Property
  void hours_areCountedAsTheyAreCompared(@ForAll long seed) {
    Random random = new Random(seed);
    HoursLevels levels = new HoursLevels(List.of(0.01, 0.1));
    long[] logged = random.longs(50, 0, 100_000).sorted().toArray();
    Hours billed = new Hours(random.nextInt(20) * 5_000L / (1 + random.nextInt(3)));
    LevelCounts expected = new LevelCounts(levels.count());
    for (long hours : logged) {
      expected.add(levels.of(billed, new Hours(hours)));
    }
    List<Double> each = Collections.nCopies(levels.count(), 0.5);
    LevelCounts counted = levels.count(billed, logged);
    assertThat(counted.bits(each, each, 1)).isEqualTo(expected.bits(each, each, 1));
  }

  @ParameterizedTest(name = "work on day {0} fits {1} better than {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # opened 10-20 September | better | worse
          12                       | LIVE   | LATER
          9                        | LIVE   | LATER
          21                       | LIVE   | EARLIER
          24                       | LATER  | EARLIER
          2                        | EARLIER | LATER
          """)
  void date_fitsTheLifeOfARequest(int workDay, String better, String worse) {
    RequestBook book =
        new RequestBook(
            new MatchingCase()
                .request("EARLIER", 1, 3, "a", "")
                .request("LIVE", 10, 20, "b", "")
                .request("LATER", 23, 25, "c", "")
                .input());
    LifeDates dates = new LifeDates(MatchingModel.shipped().date(), book);
    assertThat(bits(dates, book, workDay, better)).isGreaterThan(bits(dates, book, workDay, worse));
  }

  @Test
  void date_saysLittleWhereAllRequestsAreOfOneDay() {
    MatchingCase month = new MatchingCase();
    for (int i = 0; i < 50; i++) {
      month.request("NG-" + i, 10, "a");
    }
    RequestBook sameDay = new RequestBook(month.input());
    RequestBook spread = new RequestBook(month.request("OLD", -300, "b").input());
    LifeDates dates = new LifeDates(MatchingModel.shipped().date(), sameDay);
    assertThat(bits(dates, sameDay, 10, "NG-7")).isBetween(-0.5, 0.5);
    assertThat(bits(new LifeDates(MatchingModel.shipped().date(), spread), spread, 10, "OLD"))
        .isLessThan(-8);
  }

  private static double bits(LifeDates dates, RequestBook book, int workDay, String request) {
    int place = Objects.requireNonNull(book.place(request));
    return dates.bits((int) MatchingCase.day(workDay).toEpochDay(), place);
  }
}
