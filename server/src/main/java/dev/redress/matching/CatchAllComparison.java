package dev.redress.matching;

import dev.redress.matching.MatchingModel.CatchAllModel;

/**
 * Counts against a request the labor that it draws without a word in common: a ticket on which
 * everything is booked explains nothing.
 */
final class CatchAllComparison implements Comparison {
  private final CatchAllModel model;
  private final RequestBook book;
  private final int[] unrelatedLines;

  CatchAllComparison(CatchAllModel model, RequestBook book) {
    this.model = model;
    this.book = book;
    this.unrelatedLines = new int[book.size()];
  }

  /** Notes a line that goes to the request by date and person, though it shares no word with it. */
  void addUnrelated(int request) {
    unrelatedLines[request]++;
  }

  @Override
  public double bits(LineView line, int request) {
    int lines = unrelatedLines[request];
    if (lines < model.linesMin()) {
      return 0;
    }
    double doublings = Bits.log2((double) lines / model.linesMin()) + 1;
    return Math.max(model.bitsMin(), -model.bitsPerDoubling() * doublings);
  }

  @Override
  public Signal signal(LineView line, int request) {
    int lines = unrelatedLines[request];
    String drawn = lines < model.linesMin() ? "" : "draws " + lines + " lines of other work";
    return new Signal(
        Signal.Kind.CATCH_ALL,
        "",
        drawn.isEmpty() ? "" : Comparison.shortened(book.id(request) + " " + drawn),
        bits(line, request));
  }
}
