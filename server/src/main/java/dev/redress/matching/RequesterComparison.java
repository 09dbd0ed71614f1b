package dev.redress.matching;

import dev.redress.matching.MatchingModel.PersonModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares the people whom a line names with the requester. A name is rarer evidence the fewer
 * requests its bearer made; a given name alone counts as it stands for all who bear it.
 */
final class RequesterComparison implements Comparison {
  /** Shorter parts of names are initials and particles. */
  private static final int PART_LENGTH_MIN = 3;

  private final PersonModel model;
  private final RequestBook book;

  /** Requests by each part of their requester's name. */
  private final Map<String, Integer> requestsByPart = new HashMap<>();

  /** How many requests hold the part in their summary: a word rather than a name. */
  private final Map<String, Integer> summariesByWord = new HashMap<>();

  private final List<List<String>> parts = new ArrayList<>();

  RequesterComparison(PersonModel model, RequestBook book) {
    this.model = model;
    this.book = book;
    Map<String, List<String>> partsByName = new HashMap<>();
    for (int request = 0; request < book.size(); request++) {
      String requester = book.request(request).requester();
      parts.add(partsByName.computeIfAbsent(requester, RequesterComparison::parts));
      parts.getLast().forEach(part -> requestsByPart.merge(part, 1, Integer::sum));
    }
    for (int request = 0; request < book.size(); request++) {
      for (String word : words(book.request(request).summary())) {
        if (requestsByPart.containsKey(word)) {
          summariesByWord.merge(word, 1, Integer::sum);
        }
      }
    }
  }

  @Override
  public double bits(LineView line, int request) {
    String named = named(line, request);
    if (named.isEmpty()) {
      return 0;
    }
    double share = (double) requestsByPart.getOrDefault(named, 1) / book.size();
    return Math.clamp(Bits.ratio(model.namedShare(), share), 0, model.bitsMax());
  }

  @Override
  public void addBits(Candidates candidates, double[] sums) {
    if (!candidates.line().people().isEmpty()) {
      Comparison.super.addBits(candidates, sums);
    }
  }

  @Override
  public Signal signal(LineView line, int request) {
    return new Signal(
        Signal.Kind.REQUESTER,
        Comparison.shortened(named(line, request)),
        Comparison.shortened(book.request(request).requester()),
        bits(line, request));
  }

  /** The rarest part of the requester's name that the line holds, or "". */
  private String named(LineView line, int request) {
    String rarest = "";
    if (line.people().isEmpty()) {
      return rarest;
    }
    for (String part : parts.get(request)) {
      int requests = requestsByPart.getOrDefault(part, 0);
      boolean isName = summariesByWord.getOrDefault(part, 0) <= requests;
      boolean isRarer = rarest.isEmpty() || requests < requestsByPart.getOrDefault(rarest, 0);
      if (isName && isRarer && line.people().contains(part)) {
        rarest = part;
      }
    }
    return rarest;
  }

  /** The words of a description that are a part of any requester's name, in lower case. */
  Set<String> people(String description) {
    Set<String> people = words(description);
    people.removeIf(word -> !requestsByPart.containsKey(word));
    return people;
  }

  private static List<String> parts(String name) {
    return PersonName.of(name).parts().stream()
        .filter(part -> part.length() >= PART_LENGTH_MIN)
        .distinct()
        .toList();
  }

  /** The different words of a text in lower case. */
  private static Set<String> words(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Set<String> words = new HashSet<>();
    for (int begin = 0; begin < lower.length(); begin++) {
      int end = begin;
      while (end < lower.length() && Character.isLetterOrDigit(lower.charAt(end))) {
        end++;
      }
      if (end - begin >= PART_LENGTH_MIN) {
        words.add(lower.substring(begin, end));
      }
      begin = end;
    }
    return words;
  }
}
