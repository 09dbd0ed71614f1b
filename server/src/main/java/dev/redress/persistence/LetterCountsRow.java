package dev.redress.persistence;

import dev.redress.notification.LetterStore.LetterCounts;

/** How many letters a target has. */
record LetterCountsRow(long waiting, long dead) {
  LetterCounts toCounts() {
    return new LetterCounts(Math.toIntExact(waiting), Math.toIntExact(dead));
  }
}
