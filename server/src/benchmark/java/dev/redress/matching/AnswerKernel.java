package dev.redress.matching;

import dev.redress.benchmark.GeneratedMonth;
import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
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

/** The answer for one line more of a solved customer: each billed a second time, so it competes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets up first.
public class AnswerKernel {
  /** How many the month has; so many have lines that compete with more others. */
  @Param({"80", "460"})
  public int requests;

  private SolvedCustomer solved;
  private List<LaborLine> again;
  private int next;

  /** Solves a month. */
  @Setup
  public void solve() {
    MatchingInput month = GeneratedMonth.of(requests);
    solved = SolvedCustomer.solve(month, MatchingModel.shipped());
    again = month.lines().stream().map(AnswerKernel::again).toList();
  }

  /** Answers for a line. */
  @Benchmark
  public Object answer() {
    next = next + 1 == again.size() ? 0 : next + 1;
    return solved.answer(again.get(next));
  }

  private static LaborLine again(LaborLine line) {
    return new LaborLine(
        new LineName(line.name().invoice(), line.name().line() + "-again"),
        line.workDate(),
        line.technician(),
        line.hours(),
        null,
        line.amount(),
        line.description(),
        line.reference(),
        line.workType(),
        line.attributes());
  }
}
