package dev.redress.matching;

/** What a text finds in the documents of an index; one search at a time, used again and again. */
final class Hits {
  private final double[] scores;
  private final int[] documents;
  private int size;

  Hits(int documentCount) {
    scores = new double[documentCount];
    documents = new int[documentCount];
  }

  /** Forgets the search before. */
  void clear() {
    for (int hit = 0; hit < size; hit++) {
      scores[documents[hit]] = 0;
    }
    size = 0;
  }

  /** Adds a score above zero to a document. */
  void add(int document, double score) {
    if (scores[document] == 0) {
      documents[size++] = document;
    }
    scores[document] += score;
  }

  /** How many documents were found. */
  int size() {
    return size;
  }

  /** A document that was found, in no order. */
  int document(int hit) {
    return documents[hit];
  }

  /** The score of a document, 0 where nothing was found. */
  double score(int document) {
    return scores[document];
  }

  /** The highest scores, descending; zeros where fewer documents were found. */
  double[] highest(int count) {
    double[] highest = new double[count];
    for (int hit = 0; hit < size; hit++) {
      double score = scores[documents[hit]];
      if (score > highest[count - 1]) {
        highest[count - 1] = score;
        for (int at = count - 1; at > 0 && highest[at - 1] < score; at--) {
          highest[at] = highest[at - 1];
          highest[at - 1] = score;
        }
      }
    }
    return highest;
  }
}
