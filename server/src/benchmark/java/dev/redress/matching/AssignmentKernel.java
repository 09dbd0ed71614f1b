package dev.redress.matching;

import dev.redress.matching.HoursProblem.Offer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Lines that all compete with each other, solved exactly: every line may take from {@value #OFFERS}
 * sources, and all sources together have four fifths of what is wanted.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AssignmentKernel {
  private static final int OFFERS = 8;
  private static final int QUARTERS_MAX = 16;
  private static final long QUARTER = 2_500;
  private static final long GAIN_MAX_MICROBITS = 10_000_000;

  /** How many compete; the most is {@link Assignment#EXACT_LINES_MAX}. */
  @Param({"10", "100", "1000", "5000"})
  public int lines;

  private List<List<Offer>> offers = List.of();
  private long[] wanted = {};
  private long[] capacities = {};

  /** Makes the problem up. */
  @Setup
  public void makeUp() {
    Random random = new Random(lines);
    wanted = random.longs(lines, 1, QUARTERS_MAX + 1).map(quarters -> quarters * QUARTER).toArray();
    capacities = Arrays.stream(wanted).map(hours -> hours * 4 / 5).toArray();
    offers = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      offers.add(
          random
              .ints(0, lines)
              .distinct()
              .limit(OFFERS)
              .mapToObj(source -> new Offer(source, random.nextLong(1, GAIN_MAX_MICROBITS)))
              .toList());
    }
  }

  /** States the problem, because solving changes it, and solves it. */
  @Benchmark
  public Object solve() {
    HoursProblem problem = new HoursProblem(offers, wanted, capacities);
    Assignment.solve(problem);
    return problem;
  }
}
