package dev.redress.matching;

import dev.redress.invoice.LaborLine;
import dev.redress.matching.Tokenizer.Token;
import java.util.List;

/**
 * A labor line with the words of its description.
 *
 * @param tokens in their order
 * @param shown the description as evidence shows it
 */
record LineText(LaborLine line, List<Token> tokens, String shown) {
  LineText {
    tokens = List.copyOf(tokens);
  }

  /** Reads the description of a line. */
  static LineText of(Tokenizer tokenizer, LaborLine line) {
    return new LineText(
        line,
        tokenizer.writtenTokens(line.description()),
        Comparison.shortened(line.description()));
  }

  /** The words as they are compared, repeated as often as they occur. */
  List<String> words() {
    return tokens.stream().map(Token::word).toList();
  }
}
