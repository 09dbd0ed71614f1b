package dev.redress.absence;

import dev.redress.absence.AbsenceStore.AbsenceFilter;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.AbsenceName;
import dev.redress.identity.Actor;
import dev.redress.identity.IdSource;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The use cases of those who go away and come back. */
public final class AbsenceService {
  /** Most absences of a provider that have not ended. */
  public static final int COUNT_MAX = 1_000;

  private final Transactions transactions;
  private final AbsenceStore absences;
  private final Journal journal;
  private final IdSource ids;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public AbsenceService(
      Transactions transactions,
      AbsenceStore absences,
      Journal journal,
      IdSource ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.absences = absences;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Notes that a person is away.
   *
   * @param provider one that exists
   * @param id empty: made up
   * @throws RedressException {@code FIELD_INVALID} for a time that has passed, {@code
   *     RESOURCE_EXISTS}, {@code ABSENCE_OVERLAPS}, {@code TOO_LARGE} when there are {@link
   *     #COUNT_MAX} already
   */
  public Absence create(
      ProviderName provider,
      String id,
      String person,
      Instant from,
      Instant until,
      String deputy,
      String note,
      Actor actor) {
    return transactions.run(
        () -> {
          Instant now = clock.instant();
          Absence absence =
              checked(
                  new AbsenceName(provider, id.isEmpty() ? ids.next() : id),
                  person,
                  from,
                  until,
                  deputy,
                  note,
                  now);
          // Whoever comes second sees what the first has added, and that it overlaps.
          absences.hold(provider);
          requireRoom(provider, now);
          requireApart(absence);
          absences.insert(absence);
          record(absence, "absence.created", now, actor);
          return absence;
        });
  }

  /** The absence, or {@code ABSENCE_NOT_FOUND}. */
  public Absence get(AbsenceName name) {
    return transactions.run(() -> require(name));
  }

  /** Absences by id, see {@link AbsenceStore#list}. */
  public List<Absence> list(
      ProviderName provider, AbsenceFilter filter, String afterId, int countMax) {
    Instant now = clock.instant();
    return transactions.run(() -> absences.list(provider, filter, now, afterId, countMax));
  }

  /**
   * Takes an absence away, because it was entered wrongly or the person is back.
   *
   * @throws RedressException {@code ABSENCE_NOT_FOUND}
   */
  public void delete(AbsenceName name, Actor actor) {
    transactions.run(
        () -> {
          Absence absence = require(name);
          if (!absences.delete(name)) {
            throw notFound(name);
          }
          record(absence, "absence.deleted", clock.instant(), actor);
        });
  }

  private static Absence checked(
      AbsenceName name,
      String person,
      Instant from,
      Instant until,
      String deputy,
      String note,
      Instant now) {
    if (!until.isAfter(now)) {
      throw RedressException.ofField(
          "absence.until_time", "has passed; an absence is entered before it ends");
    }
    try {
      return new Absence(name, person, from, until, deputy, note, now);
    } catch (IllegalArgumentException e) {
      throw RedressException.ofField("absence", String.valueOf(e.getMessage()));
    }
  }

  private void requireRoom(ProviderName provider, Instant now) {
    if (absences.count(provider, now) >= COUNT_MAX) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "the provider has "
              + COUNT_MAX
              + " absences that have not ended, and may not have more; delete one first",
          Map.of("provider", provider.toString()));
    }
  }

  private void requireApart(Absence absence) {
    Optional<Absence> other =
        absences.overlapping(
            absence.name().provider(), absence.person(), absence.from(), absence.until());
    if (other.isPresent()) {
      throw new RedressException(
          ErrorReason.ABSENCE_OVERLAPS,
          absence.person()
              + " is away from "
              + other.get().from()
              + " to "
              + other.get().until()
              + " already; delete that absence or choose another time",
          Map.of("absence", other.get().name().toString()));
    }
  }

  private void record(Absence absence, String action, Instant time, Actor actor) {
    journal.append(
        new JournalEntry(
            absence.name().provider(),
            time,
            actor,
            action,
            absence.name().toString(),
            absence.note(),
            Map.of(
                "person", absence.person(),
                "fromTime", absence.from().toString(),
                "untilTime", absence.until().toString(),
                "deputy", absence.deputy())));
  }

  private Absence require(AbsenceName name) {
    return absences.find(name).orElseThrow(() -> notFound(name));
  }

  private static RedressException notFound(AbsenceName name) {
    return new RedressException(ErrorReason.ABSENCE_NOT_FOUND, "there is no absence " + name);
  }
}
