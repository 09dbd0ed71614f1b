package dev.redress.benchmark;

import dev.redress.matching.Candidate;
import dev.redress.matching.Matcher;
import dev.redress.matching.MatchingInput;
import dev.redress.matching.MatchingModel;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The engine alone as a test of scale and of one-to-one assignment: payments seen by two banks, all
 * in one partition.
 *
 * <p>Arguments: a folder with {@code origin.csv} and {@code destination.csv}, and perhaps how often
 * the weights are fitted (default 1), see {@link TransactionModel}. Seconds are those of one run,
 * from the data in memory to the verdicts.
 */
public final class TransactionsBenchmark {
  private static final int BINS = 10;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private TransactionsBenchmark() {}

  /** Prints a line for each fit. */
  public static void main(String[] arguments) throws IOException {
    Path files = Path.of(arguments[0]);
    int fits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
    List<TransactionRecords> origins = TransactionRecords.read(files.resolve("origin.csv"));
    List<TransactionRecords> destinations =
        TransactionRecords.read(files.resolve("destination.csv"));
    MatchingInput input = TransactionRecords.input(origins, destinations);
    MatchingModel model = TransactionModel.flat();
    for (int fit = 0; fit <= fits; fit++) {
      long begin = System.nanoTime();
      long cpuBegin = THREADS.getCurrentThreadCpuTime();
      List<Verdict> verdicts = Matcher.match(input, model);
      long cpu = THREADS.getCurrentThreadCpuTime() - cpuBegin;
      report(fit, verdicts, (System.nanoTime() - begin) / 1e9, cpu / 1e9);
      model = TransactionModel.fitted(verdicts, byId(origins), byId(destinations));
    }
  }

  private static Map<String, TransactionRecords> byId(List<TransactionRecords> records) {
    return records.stream().collect(Collectors.toMap(TransactionRecords::id, one -> one));
  }

  private static void report(
      int fit, List<Verdict> verdicts, double seconds, double processorSeconds) {
    List<Verdict> matched =
        verdicts.stream().filter(verdict -> verdict.answer() == Answer.MATCHED).toList();
    long right =
        matched.stream()
            .filter(verdict -> isRight(verdict, verdict.allocations().getFirst().request()))
            .count();
    long inReach =
        verdicts.stream()
            .filter(
                verdict ->
                    verdict.candidates().stream()
                        .anyMatch(candidate -> isRight(verdict, candidate.request())))
            .count();
    Runtime memory = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "fit %d: MATCHED %s; best one-to-one %s; among the five %.2f%%; ECE %.4f; %.1f s, of the processor %.1f s; heap %,d"
            + " MB%n",
        fit,
        figures(right, matched.size(), verdicts.size()),
        oneToOne(verdicts),
        100.0 * inReach / verdicts.size(),
        calibrationError(verdicts),
        seconds,
        processorSeconds,
        (memory.totalMemory() - memory.freeMemory()) >> 20);
  }

  private static boolean isRight(Verdict verdict, String request) {
    return verdict.line().line().equals(request);
  }

  private static String figures(long right, long found, long all) {
    double precision = (double) right / found;
    double recall = (double) right / all;
    return "precision %.4f recall %.4f F1 %.4f"
        .formatted(precision, recall, 2 * precision * recall / (precision + recall));
  }

  /** The candidates of all lines, the most probable first, each request and line once. */
  private static String oneToOne(List<Verdict> verdicts) {
    record Pair(Verdict verdict, Candidate candidate) {}
    List<Pair> pairs = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      verdict.candidates().forEach(candidate -> pairs.add(new Pair(verdict, candidate)));
    }
    pairs.sort(
        Comparator.comparingDouble((Pair pair) -> pair.candidate().logOddsBits()).reversed());
    Set<String> lines = new HashSet<>();
    Set<String> requests = new HashSet<>();
    long right = 0;
    for (Pair pair : pairs) {
      String line = pair.verdict().line().line();
      String request = pair.candidate().request();
      if (!lines.contains(line) && !requests.contains(request)) {
        lines.add(line);
        requests.add(request);
        right += isRight(pair.verdict(), request) ? 1 : 0;
      }
    }
    return figures(right, lines.size(), verdicts.size());
  }

  /** Expected calibration error of the best candidates, in ten bins of probability. */
  private static double calibrationError(List<Verdict> verdicts) {
    double[] claimed = new double[BINS];
    double[] came = new double[BINS];
    for (Verdict verdict : verdicts) {
      if (!verdict.candidates().isEmpty()) {
        Candidate best = verdict.candidates().getFirst();
        int bin = Math.min(BINS - 1, (int) (best.probability() * BINS));
        claimed[bin] += best.probability();
        came[bin] += isRight(verdict, best.request()) ? 1 : 0;
      }
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(claimed[bin] - came[bin]);
    }
    return error / verdicts.size();
  }
}
