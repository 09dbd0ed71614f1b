package dev.redress.journal;

import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.journal.JournalBreak.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes the chain of a journal anew, event by event in order, and tells where it does not hold.
 *
 * <p>After a break it goes on from what stands there, so that one change is told once and a second
 * one as well.
 */
public final class JournalAudit {
  /** Most places that are told. */
  public static final int BREAKS_MAX = 100;

  private final Map<Long, Anchor> anchors = new HashMap<>();
  private final List<JournalBreak> breaks = new ArrayList<>();
  private final Map<String, Taken> taken = new HashMap<>();
  private Anchor last = Anchor.ORIGIN;
  private long count;

  /** What the event before should have had for its hash, where it stands otherwise. */
  private Optional<String> computedBefore = Optional.empty();

  /**
   * Of the journal of a provider.
   *
   * @param kept anchors that were kept elsewhere
   */
  public JournalAudit(List<Anchor> kept) {
    kept.stream().filter(anchor -> anchor.sequence() > 0).forEach(this::expect);
  }

  private void expect(Anchor anchor) {
    Anchor other = anchors.put(anchor.sequence(), anchor);
    if (other != null && !other.hash().equals(anchor.hash())) {
      add(anchor.sequence(), Kind.ANCHOR_WRONG, "two anchors of it differ");
    }
  }

  /** Looks at the next event. */
  public void take(StoredEvent event) {
    count++;
    if (event.sequence() > last.sequence() + 1) {
      missing(last.sequence() + 1, event.sequence() - 1);
      computedBefore = Optional.empty();
    } else {
      check(event);
    }
    Anchor anchor = anchors.remove(event.sequence());
    if (anchor != null && !anchor.hash().equals(event.hash())) {
      add(
          event.sequence(),
          Kind.ANCHOR_WRONG,
          "it is not the event of which an anchor was taken; all up to it may have been written"
              + " anew");
    }
    last = new Anchor(event.sequence(), readable(event.hash()));
  }

  /** What is left of the events of a customer, and the first of them. */
  private record Taken(long first, Remains remains) {}

  /**
   * The hash of an event that lost text was made from what nobody knows any more: what is left of
   * it has a hash of its own, and the event that tells of the erasure one over all of those.
   */
  private void checkLeft(StoredEvent event, StoredEvent.Taken left) {
    Taken before = taken.getOrDefault(left.customer(), new Taken(event.sequence(), Remains.NONE));
    taken.put(
        left.customer(),
        new Taken(before.first(), before.remains().and(event.sequence(), left.remainsHash())));
    boolean holds =
        event
            .entry()
            .map(entry -> HashChain.link(last.hash(), event.sequence(), entry))
            .filter(left.remainsHash()::equals)
            .isPresent();
    if (!holds) {
      add(event.sequence(), Kind.CHANGED, "it is not what an erasure left of it");
    }
    computedBefore = Optional.empty();
  }

  /** Looks whether an event tells of an erasure, and of what that left. */
  private void checkErasure(StoredEvent event, JournalEntry entry) {
    if (!entry.action().equals(Remains.ACTION)) {
      return;
    }
    String customer = entry.customer().map(CustomerName::customer).orElse("");
    Taken left = taken.remove(customer);
    Remains remains = left == null ? Remains.NONE : left.remains();
    if (!remains.isToldBy(entry)) {
      add(
          event.sequence(),
          Kind.CHANGED,
          "the events that the erasure left are not those that are there: one was changed or added"
              + " since, or taken back");
    }
  }

  private void check(StoredEvent event) {
    if (event.taken().isPresent()) {
      checkLeft(event, event.taken().get());
      return;
    }
    event.entry().ifPresent(entry -> checkErasure(event, entry));
    Optional<String> computed =
        event.entry().map(entry -> HashChain.link(last.hash(), event.sequence(), entry));
    boolean holds = computed.isPresent() && computed.get().equals(event.hash());
    if (!holds && computedBefore.isPresent() && event.entry().isPresent()) {
      // Only the hash before was changed: this event still follows from what it was.
      holds =
          HashChain.link(computedBefore.get(), event.sequence(), event.entry().get())
              .equals(event.hash());
    }
    boolean isOfItsDispute =
        event.entry().isEmpty()
            || event
                .entry()
                .get()
                .dispute()
                .map(DisputeName::dispute)
                .orElse("")
                .equals(event.dispute());
    if (!holds) {
      add(
          event.sequence(),
          Kind.CHANGED,
          event.entry().isPresent()
              ? "it is not what was written: its hash does not follow from it and the event before"
              : "it is not what was written: it cannot even be read");
    } else if (!isOfItsDispute) {
      add(event.sequence(), Kind.CHANGED, "it stands in the history of another dispute");
    }
    computedBefore = holds ? Optional.empty() : computed;
  }

  /**
   * Tells where the journal does not hold, by sequence.
   *
   * @param head as it is stored
   */
  public List<JournalBreak> end(Anchor head) {
    taken
        .values()
        .forEach(
            left ->
                add(
                    left.first(),
                    Kind.CHANGED,
                    "its text was taken out, and no erasure in the journal tells of it"));
    taken.clear();
    if (head.sequence() > last.sequence()) {
      cutOff(last.sequence() + 1, "the head of the chain is at event " + head.sequence());
    } else if (!head.equals(last)) {
      add(
          last.sequence(),
          Kind.HEAD_WRONG,
          "the head of the chain is at event " + head.sequence() + " or has another hash");
    }
    anchors.values().stream()
        .filter(anchor -> anchor.sequence() > last.sequence())
        .filter(anchor -> anchor.sequence() > head.sequence())
        .max(Comparator.comparingLong(Anchor::sequence))
        .ifPresent(
            anchor ->
                cutOff(last.sequence() + 1, "an anchor was taken of event " + anchor.sequence()));
    return breaks.stream()
        .sorted(Comparator.comparingLong(JournalBreak::sequence))
        .limit(BREAKS_MAX)
        .toList();
  }

  /** How many events it has seen. */
  public long count() {
    return count;
  }

  /** The last event that it has seen. */
  public Anchor last() {
    return last;
  }

  private void missing(long from, long to) {
    add(
        from,
        Kind.MISSING,
        from == to ? "it is missing" : "the events up to " + to + " are missing");
  }

  private void cutOff(long from, String why) {
    add(from, Kind.CUT_OFF, "the journal ends before it, and " + why);
  }

  private void add(long sequence, Kind kind, String what) {
    if (breaks.size() < BREAKS_MAX) {
      breaks.add(new JournalBreak(sequence, kind, "event " + sequence + ": " + what));
    }
  }

  /** A hash that is none counts as that of no event, so that whatever follows it shows. */
  private static String readable(String hash) {
    return hash.matches("[0-9a-f]{64}") ? hash : HashChain.ORIGIN;
  }
}
