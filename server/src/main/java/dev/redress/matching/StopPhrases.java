package dev.redress.matching;

import dev.redress.matching.Tokenizer.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the customer's lines say again and again while no request says it: {@code as discussed},
 * {@code remote support session}. Learned two words at a time; longer phrases are covered by the
 * pairs in them. A word of such a phrase that a request happens to hold would be chance.
 */
final class StopPhrases {
  /** A pair of words on fewer lines than this says what was done. */
  private static final int LINES_MIN = 10;

  /** A pair on a smaller share of the lines does too. */
  private static final double SHARE_MIN = 0.03;

  /** Work goes on for months as well; a habit of writing shows in so many of them. */
  private static final int MONTHS_MIN = 3;

  /** Pairs that lines repeat, and whether a request holds both words: then they mean something. */
  private final Map<Pair, Boolean> repeated = new HashMap<>();

  /** Two words that follow each other. */
  private record Pair(String first, String second) {}

  /** How often a pair was seen. */
  private static final class Count {
    private int lines;
    private int lastLine = -1;
    private final BitSet months = new BitSet();
  }

  /**
   * Learns from the words of lines.
   *
   * @param index of the requests
   */
  StopPhrases(Collection<LineText> texts, TextIndex index) {
    double linesMin = Math.max(LINES_MIN, SHARE_MIN * texts.size());
    Map<Pair, Count> counts = new HashMap<>();
    int line = 0;
    for (LineText text : texts) {
      count(text, line++, counts);
    }
    counts.forEach(
        (pair, count) -> {
          if (count.lines >= linesMin && count.months.cardinality() >= MONTHS_MIN) {
            repeated.put(pair, index.isAnyWithBoth(pair.first(), pair.second()));
          }
        });
  }

  private static void count(LineText text, int line, Map<Pair, Count> counts) {
    List<Token> tokens = text.tokens();
    int month = text.line().workDate().getYear() * 12 + text.line().workDate().getMonthValue();
    for (int at = 1; at < tokens.size(); at++) {
      Count count =
          counts.computeIfAbsent(
              new Pair(tokens.get(at - 1).word(), tokens.get(at).word()), _ -> new Count());
      if (count.lastLine != line) {
        count.lastLine = line;
        count.lines++;
        count.months.set(month);
      }
    }
  }

  /** The words that are in no phrase, or in a pair that requests hold too, in their order. */
  List<Token> others(List<Token> tokens) {
    if (repeated.isEmpty()) {
      return tokens;
    }
    List<Token> others = new ArrayList<>();
    @Nullable Boolean before = null;
    for (int at = 0; at < tokens.size(); at++) {
      @Nullable Boolean after =
          at + 1 < tokens.size()
              ? repeated.get(new Pair(tokens.get(at).word(), tokens.get(at + 1).word()))
              : null;
      boolean isRepeated = before != null || after != null;
      if (!isRepeated || Boolean.TRUE.equals(before) || Boolean.TRUE.equals(after)) {
        others.add(tokens.get(at));
      }
      before = after;
    }
    return others;
  }
}
