package dev.redress.matching;

import dev.redress.matching.MatchingModel.ReferenceModel;
import java.util.List;
import java.util.stream.Collectors;

/** Compares the requests that a line names with the request. */
record ReferenceComparison(ReferenceModel model, RequestBook book) implements Comparison {

  @Override
  public double bits(LineView line, int request) {
    if (line.named().contains(request)) {
      return model.field();
    }
    if (line.mentioned().contains(request)) {
      return model.text();
    }
    return line.hasReference() ? model.other() : 0;
  }

  @Override
  public void addBits(Candidates candidates, double[] sums) {
    if (candidates.line().hasReference()) {
      Comparison.super.addBits(candidates, sums);
    }
  }

  @Override
  public Signal signal(LineView line, int request) {
    List<Integer> named = line.named().isEmpty() ? line.mentioned() : line.named();
    String ids = named.stream().map(book::id).collect(Collectors.joining(", "));
    String said = ids.isEmpty() ? line.line().reference() : ids;
    return new Signal(
        Signal.Kind.REFERENCE,
        Comparison.shortened(said),
        Comparison.shortened(book.id(request)),
        bits(line, request));
  }
}
