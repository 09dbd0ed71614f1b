package dev.redress.page;

import java.util.List;

/**
 * A labor line as it is shown.
 *
 * @param kind its standing, a class of the page
 */
public record PageLine(
    String id,
    String date,
    String technician,
    String hoursAndRate,
    String amount,
    String description,
    String standing,
    String kind,
    List<String> sentences) {

  public PageLine {
    sentences = List.copyOf(sentences);
  }
}
