package dev.redress.matching;

import dev.redress.benchmark.GeneratedMonth;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Tokenizer.Token;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The words of one line: cutting its description, and looking them up among all requests. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TextKernel {
  private static final int REQUESTS = 4_000;

  private final Tokenizer tokenizer = Tokenizer.ENGLISH;
  private final List<String> descriptions;
  private final List<List<Token>> words;
  private final TextIndex index;
  private final Hits hits;
  private int next;

  /** Indexes the requests of a month. */
  public TextKernel() {
    MatchingInput month = GeneratedMonth.of(REQUESTS);
    // Blank lines would make it look faster than it is.
    descriptions =
        month.lines().stream().map(LaborLine::description).filter(text -> !text.isBlank()).toList();
    words = descriptions.stream().map(tokenizer::writtenTokens).toList();
    index = RequestText.index(tokenizer, new RequestBook(month));
    hits = new Hits(REQUESTS);
  }

  /** Cuts a description into words. */
  @Benchmark
  public Object tokenize() {
    return tokenizer.writtenTokens(descriptions.get(next()));
  }

  /** Finds the requests that share words with a description, and their scores. */
  @Benchmark
  public Object lookUp() {
    index.find(index.query(words.get(next())), hits);
    return hits;
  }

  private int next() {
    next = next + 1 == descriptions.size() ? 0 : next + 1;
    return next;
  }
}
