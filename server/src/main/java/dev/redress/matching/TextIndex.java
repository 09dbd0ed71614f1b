package dev.redress.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An inverted index over the words of requests, with BM25F weights (Robertson & Zaragoza 2009, "The
 * Probabilistic Relevance Framework", section 3.6): a word counts more the rarer it is among the
 * requests, and more in the summary than in the description.
 *
 * <p>Stop words need no list: a word that most requests hold weighs next to nothing.
 */
final class TextIndex {
  /** How soon repeating a word stops adding weight; the middle of the range in the source. */
  private static final double SATURATION = 1.2;

  /** How much the length of a field counts; the value proposed in the source. */
  private static final double LENGTH_SHARE = 0.75;

  private final int documentCount;
  private final Map<String, Integer> terms = new HashMap<>();
  private final List<Postings> postings = new ArrayList<>();
  private final double[] rarityBits;
  private final int[][] summaryTerms;
  private final double[] summaryBits;

  /**
   * Indexes documents; each is known by its place in the list.
   *
   * @param documents the fields of each, the summary first
   */
  TextIndex(List<List<Field>> documents) {
    documentCount = documents.size();
    double[] averageLengths = averageLengths(documents);
    summaryTerms = new int[documentCount][];
    for (int document = 0; document < documentCount; document++) {
      add(document, documents.get(document), averageLengths);
    }
    rarityBits = new double[postings.size()];
    for (int term = 0; term < rarityBits.length; term++) {
      rarityBits[term] = rarityBits(postings.get(term).size);
    }
    summaryBits = new double[documentCount];
    for (int document = 0; document < documentCount; document++) {
      for (int term : summaryTerms[document]) {
        summaryBits[document] += rarityBits[term];
      }
    }
  }

  /** A field of a document: its words, and how much more than one a word in it counts. */
  record Field(List<String> tokens, double weight) {}

  /** A text to look for. */
  static final class Query {
    private final int[] terms;
    private final String[] written;
    private final double bits;

    /**
     * Keeps what was found out about a text.
     *
     * @param terms the numbers of its different words that the index knows, ascending
     * @param written how the text writes each of them first
     * @param bits how rare these words are together
     */
    private Query(int[] terms, String[] written, double bits) {
      this.terms = terms;
      this.written = written;
      this.bits = bits;
    }
  }

  /** Prepares the words of a text for look-ups. */
  Query query(List<Tokenizer.Token> words) {
    SortedMap<Integer, String> known = new TreeMap<>();
    for (Tokenizer.Token token : words) {
      Integer term = terms.get(token.word());
      if (term != null) {
        known.putIfAbsent(term, token.written());
      }
    }
    int[] numbers = known.keySet().stream().mapToInt(Integer::intValue).toArray();
    double bits = 0;
    for (int term : numbers) {
      bits += rarityBits[term];
    }
    return new Query(numbers, known.values().toArray(new String[0]), bits);
  }

  /** Whether any document holds both words. */
  boolean isAnyWithBoth(String first, String second) {
    Integer one = terms.get(first);
    Integer other = terms.get(second);
    return one != null && other != null && postings.get(one).meets(postings.get(other));
  }

  /** Finds the documents that hold any word of the query, with their scores in bits. */
  void find(Query query, Hits hits) {
    hits.clear();
    for (int term : query.terms) {
      Postings found = postings.get(term);
      for (int i = 0; i < found.size; i++) {
        hits.add(found.documents[i], rarityBits[term] * found.weights[i]);
      }
    }
  }

  /** What the query finds in one document, in bits; the same as {@link #find} gives it. */
  double score(Query query, int document) {
    double score = 0;
    for (int term : query.terms) {
      score += rarityBits[term] * postings.get(term).weight(document);
    }
    return score;
  }

  /**
   * How alike a query and the summary of a document are, from 0 (no shared word) to 1 (the same
   * words): Dice's coefficient, words weighted by rarity.
   */
  double summaryLikeness(Query query, int document) {
    double shared = 0;
    int[] summary = summaryTerms[document];
    int at = 0;
    for (int term : query.terms) {
      while (at < summary.length && summary[at] < term) {
        at++;
      }
      if (at < summary.length && summary[at] == term) {
        shared += rarityBits[term];
      }
    }
    double all = query.bits + summaryBits[document];
    return all == 0 ? 0 : 2 * shared / all;
  }

  /** The words of a query that a document holds, as the text writes them, the rarest first. */
  List<String> sharedWords(Query query, int document) {
    List<Shared> shared = new ArrayList<>();
    for (int at = 0; at < query.terms.length; at++) {
      if (postings.get(query.terms[at]).holds(document)) {
        shared.add(new Shared(query.written[at], rarityBits[query.terms[at]]));
      }
    }
    shared.sort(Shared.RAREST_FIRST);
    List<String> words = new ArrayList<>(shared.size());
    shared.forEach(word -> words.add(word.written()));
    return words;
  }

  /** A word of a query that a document holds. */
  private record Shared(String written, double rarityBits) {
    static final Comparator<Shared> RAREST_FIRST =
        Comparator.comparingDouble(Shared::rarityBits).reversed().thenComparing(Shared::written);
  }

  private double rarityBits(int documentsWithTerm) {
    return Bits.log2(1 + (documentCount - documentsWithTerm + 0.5) / (documentsWithTerm + 0.5));
  }

  private static double[] averageLengths(List<List<Field>> documents) {
    int fields = documents.isEmpty() ? 0 : documents.getFirst().size();
    double[] averages = new double[fields];
    for (int field = 0; field < fields; field++) {
      long words = 0;
      int filled = 0;
      for (List<Field> document : documents) {
        int length = document.get(field).tokens().size();
        words += length;
        filled += length > 0 ? 1 : 0;
      }
      averages[field] = filled == 0 ? 1 : (double) words / filled;
    }
    return averages;
  }

  private void add(int document, List<Field> fields, double[] averageLengths) {
    Map<Integer, Double> frequencies = new LinkedHashMap<>();
    for (int field = 0; field < fields.size(); field++) {
      List<String> tokens = fields.get(field).tokens();
      double length = tokens.size() / averageLengths[field];
      double each = fields.get(field).weight() / (1 - LENGTH_SHARE + LENGTH_SHARE * length);
      for (String token : tokens) {
        frequencies.merge(termOf(token), each, Double::sum);
      }
    }
    frequencies.forEach(
        (term, frequency) ->
            postings.get(term).add(document, (float) (frequency / (SATURATION + frequency))));
    summaryTerms[document] =
        fields.getFirst().tokens().stream().distinct().mapToInt(this::termOf).sorted().toArray();
  }

  private int termOf(String token) {
    Integer known = terms.get(token);
    if (known != null) {
      return known;
    }
    terms.put(token, postings.size());
    postings.add(new Postings());
    return postings.size() - 1;
  }

  /** The documents that hold one word, ascending, with the word's share of its full weight. */
  private static final class Postings {
    private int[] documents = new int[2];
    private float[] weights = new float[2];
    private int size;

    void add(int document, float weight) {
      if (size == documents.length) {
        documents = Arrays.copyOf(documents, size * 2);
        weights = Arrays.copyOf(weights, size * 2);
      }
      documents[size] = document;
      weights[size++] = weight;
    }

    /** Whether any document holds the other word too. */
    boolean meets(Postings other) {
      for (int at = 0; at < size; at++) {
        if (other.holds(documents[at])) {
          return true;
        }
      }
      return false;
    }

    boolean holds(int document) {
      return Arrays.binarySearch(documents, 0, size, document) >= 0;
    }

    double weight(int document) {
      int at = Arrays.binarySearch(documents, 0, size, document);
      return at >= 0 ? weights[at] : 0;
    }
  }
}
