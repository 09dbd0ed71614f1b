package dev.redress.matching;

import dev.redress.invoice.LaborLine;
import java.util.List;
import java.util.Set;

/**
 * A labor line with what the comparisons ask for worked out once.
 *
 * @param text with the words of its description
 * @param day of the work, counted from 1970-01-01
 * @param logged what the technician logged on any request of the customer
 * @param people the words of its description that are a part of any requester's name
 * @param workType the kind of work billed, as it is compared
 * @param saysSomething whether the description tells what was done: it is not blank, nor only words
 *     that stand on any invoice
 * @param query its description, prepared for look-ups
 * @param bestTextScore the score of the request that shares most words with it, in bits
 * @param chanceTextScore what unrelated requests reach by chance: the score of the fifth best
 * @param named the requests that its reference names, ascending
 * @param mentioned the requests that its description names, ascending
 */
record LineView(
    LineText text,
    int day,
    PersonName technician,
    TechnicianLog logged,
    Set<String> people,
    String workType,
    boolean saysSomething,
    TextIndex.Query query,
    double bestTextScore,
    double chanceTextScore,
    List<Integer> named,
    List<Integer> mentioned) {

  LineView {
    people = Set.copyOf(people);
    named = List.copyOf(named);
    mentioned = List.copyOf(mentioned);
  }

  /** The line itself. */
  LaborLine line() {
    return text.line();
  }

  /** Whether the line names any request that exists. */
  boolean hasReference() {
    return !named.isEmpty() || !mentioned.isEmpty();
  }
}
