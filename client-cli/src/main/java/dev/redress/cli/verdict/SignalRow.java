package dev.redress.cli.verdict;

import dev.redress.cli.output.Column;
import dev.redress.cli.output.Numbers;
import dev.redress.v1.Candidate;
import dev.redress.v1.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of an explanation: a comparison, or the prior or the sum.
 *
 * @param requestId the request that the line was compared with
 * @param bits log2 of the odds that it adds; positive speaks for the request
 * @param bar the bits as a bar
 */
record SignalRow(
    String requestId,
    boolean chosen,
    String signal,
    String lineValue,
    String requestValue,
    double bits,
    String bar) {
  private static final int BAR_MAX = 20;
  private static final int BIT_DIGITS = 2;

  /** The columns of the table below a request. */
  static final List<Column<SignalRow>> COLUMNS =
      List.of(
          new Column.Text<>("signal", SignalRow::signal),
          new Column.Text<>("line", SignalRow::lineValue),
          new Column.Text<>("request", SignalRow::requestValue),
          new Column.Numeric<>("bits", SignalRow::bitsText),
          new Column.Text<>("", SignalRow::bar));

  /** The columns where all requests are in one list. */
  static final List<Column<SignalRow>> FLAT_COLUMNS =
      List.of(
          new Column.Text<>("request_id", SignalRow::requestId),
          new Column.Text<>("chosen", row -> Boolean.toString(row.chosen())),
          new Column.Text<>("signal", SignalRow::signal),
          new Column.Text<>("line_value", SignalRow::lineValue),
          new Column.Text<>("request_value", SignalRow::requestValue),
          new Column.Numeric<>("bits", row -> Double.toString(row.bits())));

  /** The prior, each comparison, and their sum. */
  static List<SignalRow> of(Candidate candidate) {
    double most =
        Math.max(Math.abs(candidate.getPriorBits()), Math.abs(candidate.getLogOddsBits()));
    for (Signal signal : candidate.getSignalsList()) {
      most = Math.max(most, Math.abs(signal.getBits()));
    }
    double cellsABit = most > BAR_MAX ? BAR_MAX / most : 1;
    List<SignalRow> rows = new ArrayList<>();
    rows.add(row(candidate, "prior", "", "", candidate.getPriorBits(), cellsABit));
    for (Signal signal : candidate.getSignalsList()) {
      rows.add(
          row(
              candidate,
              signal.getKind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
              signal.getLineValue(),
              signal.getRequestValue(),
              signal.getBits(),
              cellsABit));
    }
    rows.add(row(candidate, "sum", "", "", candidate.getLogOddsBits(), cellsABit));
    return rows;
  }

  private static SignalRow row(
      Candidate candidate,
      String signal,
      String lineValue,
      String requestValue,
      double bits,
      double cellsABit) {
    return new SignalRow(
        candidate.getRequestId(),
        candidate.getChosen(),
        signal,
        lineValue,
        requestValue,
        bits,
        bar(bits * cellsABit));
  }

  /** A full bar speaks for the request, a light one against it. */
  private static String bar(double cells) {
    String cell = cells < 0 ? "\u2591" : "\u2588";
    return cell.repeat((int) Math.round(Math.abs(cells)));
  }

  private String bitsText() {
    String text = Numbers.decimals(bits, BIT_DIGITS);
    return text.equals("0.00") || text.equals("-0.00") || bits < 0 ? text : "+" + text;
  }
}
