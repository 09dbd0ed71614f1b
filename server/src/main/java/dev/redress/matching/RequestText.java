package dev.redress.matching;

import dev.redress.matching.TextIndex.Field;
import dev.redress.request.Request;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which texts of a request are looked into, and how much each counts. */
final class RequestText {
  /** A subject says what a ticket is about; its words are the best that there are. */
  private static final double SUMMARY_WEIGHT = 4;

  /** What a technician noted is close to what the invoice says. */
  private static final double NOTES_WEIGHT = 3;

  private static final double COMPONENT_WEIGHT = 1;
  private static final double DESCRIPTION_WEIGHT = 1;

  private RequestText() {}

  /** The index over all requests of a book, by their places. */
  static TextIndex index(Tokenizer tokenizer, RequestBook book) {
    return new TextIndex(
        IntStream.range(0, book.size()).mapToObj(place -> fields(tokenizer, book, place)).toList());
  }

  private static List<Field> fields(Tokenizer tokenizer, RequestBook book, int place) {
    Request request = book.request(place);
    String notes =
        book.work(place).stream()
            .map(work -> work.entry().notes())
            .collect(Collectors.joining("\n"));
    return List.of(
        field(tokenizer, request.summary(), SUMMARY_WEIGHT),
        field(tokenizer, request.component(), COMPONENT_WEIGHT),
        field(tokenizer, notes, NOTES_WEIGHT),
        field(tokenizer, request.description(), DESCRIPTION_WEIGHT));
  }

  private static Field field(Tokenizer tokenizer, String text, double weight) {
    return new Field(tokenizer.tokens(text), weight);
  }
}
