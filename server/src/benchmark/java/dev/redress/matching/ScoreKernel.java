package dev.redress.matching;

import dev.redress.benchmark.GeneratedMonth;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One line among the requests of a customer, before hours are spread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScoreKernel {
  /** So many that the search does not look at all of them for every line. */
  private static final int REQUESTS = 4_000;

  private final LearnedCustomer learned;
  private final List<Compared> lines;
  private int next;

  /** Learns from the lines of a month. */
  public ScoreKernel() {
    learned = new LearnedCustomer(GeneratedMonth.of(REQUESTS), MatchingModel.shipped());
    lines = learned.lines();
  }

  /** Compares a line with candidates that are known, by all but what was learned, and weighs. */
  @Benchmark
  public Object compare() {
    return learned.score(learned.comparisons().compare(lines.get(next()).candidates()));
  }

  /** The whole of it: words, candidates, all comparisons, probabilities. */
  @Benchmark
  public Object findAndScore() {
    return learned.score(learned.compareOneMore(lines.get(next()).line().line()));
  }

  private int next() {
    next = next + 1 == lines.size() ? 0 : next + 1;
    return next;
  }
}
