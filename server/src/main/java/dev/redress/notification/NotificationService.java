package dev.redress.notification;

import dev.redress.customer.ProviderStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.NotificationTargetName;
import dev.redress.identity.ProviderName;
import dev.redress.journal.EventStore;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.notification.LetterStore.LetterCounts;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The use cases of those who say who is told what. */
public final class NotificationService {
  private final Transactions transactions;
  private final ProviderStore providers;
  private final TargetStore targets;
  private final LetterStore letters;
  private final EventStore events;
  private final Senders senders;
  private final Journal journal;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public NotificationService(
      Transactions transactions,
      ProviderStore providers,
      TargetStore targets,
      LetterStore letters,
      EventStore events,
      Senders senders,
      Journal journal,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.targets = targets;
    this.letters = letters;
    this.events = events;
    this.senders = senders;
    this.journal = journal;
    this.clock = clock;
  }

  /** The target, or {@code NOTIFICATION_TARGET_NOT_FOUND}. */
  public Told get(NotificationTargetName name) {
    return transactions.run(() -> told(require(name)));
  }

  /** Targets by id, see {@link TargetStore#list}. */
  public List<Told> list(ProviderName provider, String afterId, int countMax) {
    return transactions.run(
        () -> targets.list(provider, afterId, countMax).stream().map(this::told).toList());
  }

  /**
   * Why nothing can be sent over a channel from here, in one sentence; empty when it can be tried.
   * Asks the network, so never within a transaction.
   *
   * @throws RedressException {@code MAIL_NOT_CONFIGURED}
   */
  public String objection(Channel channel) {
    if (!senders.kinds().contains(channel.kind())) {
      throw new RedressException(
          ErrorReason.MAIL_NOT_CONFIGURED,
          "this server sends no mail; start it with --smtp-host and --smtp-from first");
    }
    return senders.objection(channel).orElse("");
  }

  /**
   * Begins to send events somewhere.
   *
   * @param afterSequence of the last event that is not sent; absent: from now on
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code RESOURCE_EXISTS}, {@code
   *     TOO_MANY_TARGETS}
   */
  public Told create(
      NotificationTargetName name,
      Channel channel,
      EventFilter filter,
      @Nullable Long afterSequence,
      Actor actor) {
    return transactions.run(
        () -> {
          requireProvider(name.provider());
          Instant now = clock.instant();
          long after = afterSequence == null ? events.lastSequence(name.provider()) : afterSequence;
          NotificationTarget target =
              new NotificationTarget(
                  name,
                  TargetState.ENABLED,
                  "",
                  channel,
                  filter,
                  Progress.after(after, now),
                  now,
                  now,
                  1);
          targets.insert(target);
          append("notification_target.created", name, now, actor, facts(target));
          return told(target);
        });
  }

  /**
   * Changes a target; it is tried at once. A change that leaves all as it was is no change.
   *
   * @param expectedVersion absent: whatever it is
   * @param change gives what the target becomes
   * @throws RedressException {@code NOTIFICATION_TARGET_NOT_FOUND}, {@code STALE_VERSION}
   */
  public Told update(
      NotificationTargetName name,
      @Nullable Long expectedVersion,
      Function<Told, Wish> change,
      Actor actor) {
    return transactions.run(
        () -> {
          NotificationTarget before = require(name);
          requireVersion(before, expectedVersion);
          Wish had = new Wish(before.state(), before.channel(), before.filter());
          Wish wish = change.apply(told(before));
          if (wish.equals(had)) {
            return told(before);
          }
          Instant now = clock.instant();
          NotificationTarget after =
              before.changed(wish.state(), wish.channel(), wish.filter(), now);
          targets.update(after);
          append("notification_target.updated", name, now, actor, changes(before, after));
          return told(after);
        });
  }

  /**
   * Ends a target, with its letters.
   *
   * @param expectedVersion absent: whatever it is
   * @throws RedressException {@code NOTIFICATION_TARGET_NOT_FOUND}, {@code STALE_VERSION}
   */
  public void delete(NotificationTargetName name, @Nullable Long expectedVersion, Actor actor) {
    transactions.run(
        () -> {
          NotificationTarget target = require(name);
          requireVersion(target, expectedVersion);
          Map<String, String> facts = facts(target);
          facts.put("deadLetters", Integer.toString(letters.count(name).dead()));
          targets.delete(target);
          append("notification_target.deleted", name, clock.instant(), actor, facts);
        });
  }

  /** Dead letters, see {@link LetterStore#dead}, or {@code NOTIFICATION_TARGET_NOT_FOUND}. */
  public List<Letter> deadLetters(NotificationTargetName target, long afterSequence, int countMax) {
    return transactions.run(
        () -> {
          require(target);
          return letters.dead(target, afterSequence, countMax);
        });
  }

  /**
   * Has dead letters tried anew, each with all its tries.
   *
   * @param sequences of their events; empty: all there are
   * @return how many there were
   * @throws RedressException {@code NOTIFICATION_TARGET_NOT_FOUND}, {@code DEAD_LETTER_NOT_FOUND}
   */
  public int retry(NotificationTargetName target, List<Long> sequences, Actor actor) {
    return transactions.run(
        () -> {
          require(target);
          Instant now = clock.instant();
          int count;
          if (sequences.isEmpty()) {
            count = letters.revive(target, now);
          } else {
            for (long sequence : sequences) {
              Letter dead = requireDead(target, sequence);
              letters.update(dead, dead.revived(now));
            }
            count = sequences.size();
          }
          return changed("notification_target.dead_letters_retried", target, count, actor);
        });
  }

  /**
   * Takes dead letters away for good; the events stay in the journal.
   *
   * @param sequences of their events; empty: all there are
   * @return how many there were
   * @throws RedressException {@code NOTIFICATION_TARGET_NOT_FOUND}, {@code DEAD_LETTER_NOT_FOUND}
   */
  public int discard(NotificationTargetName target, List<Long> sequences, Actor actor) {
    return transactions.run(
        () -> {
          require(target);
          int count;
          if (sequences.isEmpty()) {
            count = letters.discard(target);
          } else {
            sequences.forEach(sequence -> letters.delete(requireDead(target, sequence)));
            count = sequences.size();
          }
          return changed("notification_target.dead_letters_discarded", target, count, actor);
        });
  }

  private int changed(String action, NotificationTargetName target, int count, Actor actor) {
    if (count > 0) {
      append(
          action, target, clock.instant(), actor, Map.of("deadLetters", Integer.toString(count)));
    }
    return count;
  }

  private Told told(NotificationTarget target) {
    return new Told(target, letters.count(target.name()));
  }

  private void append(
      String action,
      NotificationTargetName name,
      Instant now,
      Actor actor,
      Map<String, String> facts) {
    journal.append(
        new JournalEntry(name.provider(), now, actor, action, name.toString(), "", facts));
  }

  private NotificationTarget require(NotificationTargetName name) {
    return targets
        .find(name)
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.NOTIFICATION_TARGET_NOT_FOUND,
                    "there is no notification target " + name));
  }

  private Letter requireDead(NotificationTargetName target, long sequence) {
    return letters
        .find(target, sequence)
        .filter(letter -> letter.state() == LetterState.DEAD)
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.DEAD_LETTER_NOT_FOUND,
                    "event " + sequence + " is no dead letter of " + target,
                    Map.of("sequence", Long.toString(sequence))));
  }

  private void requireProvider(ProviderName provider) {
    if (providers.find(provider).isEmpty()) {
      throw new RedressException(
          ErrorReason.PROVIDER_NOT_FOUND,
          "there is no provider " + provider,
          Map.of("provider", provider.toString()));
    }
  }

  private static void requireVersion(NotificationTarget target, @Nullable Long expected) {
    if (expected != null && target.version() != expected) {
      throw new RedressException(
          ErrorReason.STALE_VERSION,
          target.name() + " has changed since it was read; read it again and decide anew",
          Map.of("resource", target.name().toString()));
    }
  }

  private static Map<String, String> changes(NotificationTarget before, NotificationTarget after) {
    Map<String, String> facts = facts(after);
    facts.entrySet().removeAll(facts(before).entrySet());
    if (before.channel() instanceof Channel.Webhook was
        && after.channel() instanceof Channel.Webhook is) {
      if (!was.keys().current().equals(is.keys().current())) {
        facts.put("secret", "replaced");
      }
      if (!was.url().equals(is.url())) {
        facts.put("to", is.shown());
      }
    }
    return facts;
  }

  /** What a target is, as the journal shows it: no secret, and of a URL only the host. */
  private static Map<String, String> facts(NotificationTarget target) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("kind", target.channel().kind().name());
    facts.put("state", target.state().name());
    facts.put("to", target.channel().shown());
    facts.put("actions", String.join(" ", target.filter().patterns()));
    return facts;
  }

  /**
   * A target with what it did not take.
   *
   * @param letters how many events it did not take
   */
  public record Told(NotificationTarget target, LetterCounts letters) {}

  /** What somebody wants a target to be. */
  public record Wish(TargetState state, Channel channel, EventFilter filter) {}
}
