package dev.redress.benchmark;

import dev.redress.benchmark.BilledMonth.Billed;
import dev.redress.benchmark.BilledMonth.Kind;
import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.time.Hours;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Puts wrong lines into honest months; which hours nobody worked is known of each. */
final class Overbilling {
  private static final long QUARTER = 2_500;

  private final Random random;
  private final MonthVocabulary words;

  /** Lines about which something is wrong already; of each the truth must stay clear. */
  private final Set<LineName> used = new HashSet<>();

  Overbilling(Random random) {
    this.random = random;
    this.words = new MonthVocabulary(random);
  }

  /** Adds so many wrong lines of each kind for every hundred honest ones. */
  void addTo(List<BilledMonth> months, int percentOfEach) {
    List<List<Billed>> honest = months.stream().map(month -> List.copyOf(month.lines)).toList();
    for (int at = 0; at < months.size(); at++) {
      BilledMonth month = months.get(at);
      int other = (at + 1 + random.nextInt(months.size() - 1)) % months.size();
      int wrong = Math.max(1, honest.get(at).size() * percentOfEach / 100);
      for (int i = 0; i < wrong; i++) {
        billAgain(month, victim(honest.get(at)), false);
        billAgain(month, victim(honest.get(at)), true);
        billOther(month, anyOf(honest.get(other)).line(), "");
        billOther(month, anyOf(honest.get(other)).line(), usedUp(honest.get(at)));
        inflate(month, victim(honest.get(at)));
      }
    }
  }

  /** Bills a line once more, on the invoice of the next month. */
  private void billAgain(BilledMonth month, Billed billed, boolean reworded) {
    LaborLine line = billed.line();
    String text = reworded ? words.reworded(line.description()) : line.description();
    LaborLine again =
        HonestMonth.line(
            month, 10, line.workDate(), line.technician(), line.hours(), text, line.reference());
    Kind kind = reworded ? Kind.BILLED_TWICE_REWORDED : Kind.BILLED_TWICE;
    month.lines.add(new Billed(again, kind, billed.request(), line.hours()));
  }

  /** Bills the work of another customer, perhaps in the name of a request. */
  private static void billOther(BilledMonth month, LaborLine line, String request) {
    LaborLine moved =
        HonestMonth.line(
            month,
            9,
            line.workDate(),
            line.technician(),
            line.hours(),
            line.description(),
            request);
    Kind kind = request.isEmpty() ? Kind.OTHER_CUSTOMER : Kind.OTHER_REQUEST;
    month.lines.add(new Billed(moved, kind, "", line.hours()));
  }

  /** A request all of whose hours are billed honestly, as those of every request are. */
  private String usedUp(List<Billed> honest) {
    String request = "";
    while (request.isEmpty()) {
      request = anyOf(honest).request();
    }
    return request;
  }

  /** An honest line that bills one entry, and that nothing was done to yet. */
  private Billed victim(List<Billed> honest) {
    Billed billed = anyOf(honest);
    while (!isSingle(billed.kind()) || !used.add(billed.line().name())) {
      billed = anyOf(honest);
    }
    return billed;
  }

  /** Adds half an hour to eight hours to a line that is right. */
  private void inflate(BilledMonth month, Billed billed) {
    int at = month.lines.indexOf(billed);
    LaborLine line = billed.line();
    Hours excess = new Hours((2 + random.nextInt(31)) * QUARTER);
    LaborLine more =
        new LaborLine(
            line.name(),
            line.workDate(),
            line.technician(),
            line.hours().plus(excess),
            null,
            line.amount(),
            line.description(),
            line.reference(),
            "",
            line.attributes());
    month.lines.set(at, new Billed(more, Kind.INFLATED, billed.request(), excess));
  }

  private static boolean isSingle(Kind kind) {
    return kind == Kind.AS_LOGGED || kind == Kind.ROUNDED_UP;
  }

  private <T> T anyOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
