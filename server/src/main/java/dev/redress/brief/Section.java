package dev.redress.brief;

import java.util.List;

/**
 * A part of a brief.
 *
 * @param sentences 1 or more, each on one line and fit for a terminal; one that says so where there
 *     is nothing to say
 */
public record Section(Topic topic, List<String> sentences) {

  public Section {
    sentences = sentences.stream().map(PlainText::oneLine).toList();
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("a section without data says so");
    }
  }
}
