package dev.redress.matching;

import dev.redress.benchmark.GeneratedMonth;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The hours of a whole month spread over its lines, once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets up first.
public class PlanKernel {
  /** How many the month has; so many have lines that compete with more others. */
  @Param({"80", "460"})
  public int requests;

  private LearnedCustomer learned;
  private List<ScoredLine> lines;

  /** Scores the lines of a month. */
  @Setup
  public void score() {
    learned = new LearnedCustomer(GeneratedMonth.of(requests), MatchingModel.shipped());
    lines = learned.lines().stream().map(learned::score).toList();
  }

  /** Spreads the hours. */
  @Benchmark
  public Object plan() {
    return HoursPlan.plan(lines, learned.book(), learned.spent());
  }
}
