package dev.redress.dispute;

import dev.redress.absence.AbsenceStore;
import dev.redress.absence.Routing;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackLifecycle;
import dev.redress.callback.CallbackPolicy;
import dev.redress.callback.CallbackStore;
import dev.redress.customer.Calendars;
import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.Provider;
import dev.redress.customer.ProviderSettings;
import dev.redress.customer.ProviderStore;
import dev.redress.dispute.Dispute.Origin;
import dev.redress.dispute.DisputeLifecycle.Terms;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.IdSource;
import dev.redress.identity.InvoiceName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.servicelevel.ServiceLevels;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Opens disputes, for clerks and for reconciliations alike: always with the first callback, in the
 * transaction of the caller.
 */
public final class OpeningService {
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final DisputeStore disputes;
  private final CallbackStore callbacks;
  private final AbsenceStore absences;
  private final Calendars calendars;
  private final ServiceLevels levels;
  private final Journal journal;
  private final IdSource ids;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public OpeningService(
      ProviderStore providers,
      CustomerStore customers,
      DisputeStore disputes,
      CallbackStore callbacks,
      AbsenceStore absences,
      Calendars calendars,
      ServiceLevels levels,
      Journal journal,
      IdSource ids,
      InstantSource clock) {
    this.providers = providers;
    this.customers = customers;
    this.disputes = disputes;
    this.callbacks = callbacks;
    this.absences = absences;
    this.calendars = calendars;
    this.levels = levels;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /** A new id for a dispute. */
  public String newId() {
    return ids.next();
  }

  /**
   * Adds lines to the open dispute over their invoice, or opens one.
   *
   * @param wanted the name of a new dispute; unused when there is an open one, as is its origin
   * @param lines one or more of one invoice, none of which is disputed for the same reason yet
   * @throws RedressException {@code DISPUTE_FULL}, {@code RESOURCE_EXISTS}, {@code
   *     CONCURRENT_CHANGE}
   */
  public Opened open(DisputeName wanted, Origin origin, List<DisputedLine> lines, Actor actor) {
    Optional<Dispute> open = disputes.findOpen(lines.getFirst().line().invoice());
    return open.isPresent()
        ? new Opened(join(open.get(), lines, actor), false)
        : new Opened(begin(wanted, origin, lines, actor), true);
  }

  private Dispute begin(DisputeName wanted, Origin origin, List<DisputedLine> lines, Actor actor) {
    Instant now = clock.instant();
    InvoiceName invoice = lines.getFirst().line().invoice();
    Customer customer = customers.require(invoice.customer());
    Provider provider = provider(customer);
    String owner =
        customer.accountManager().isEmpty()
            ? provider.settings().defaultOwner()
            : customer.accountManager();
    CallbackPolicy policy =
        CallbackPolicy.of(
            provider.settings(),
            levels.of(customer, origin.priority()),
            calendars.of(provider.settings(), customer));
    Callback callback =
        CallbackLifecycle.first(
            new CallbackName(wanted.provider(), ids.next()),
            wanted,
            customer.name(),
            caller(provider, owner, policy.firstDue(now)),
            customer.contact(),
            policy,
            now);
    Dispute dispute =
        Dispute.opened(
            wanted,
            invoice,
            origin,
            owner,
            lines.getFirst().invoiced().currency(),
            limited(invoice, lines),
            callback.name(),
            now);
    disputes.insert(dispute);
    callbacks.insert(callback);
    record(actor, "dispute.opened", dispute, lines, Map.of());
    journal.append(
        new JournalEntry(
            wanted.provider(),
            now,
            actor,
            "callback.scheduled",
            callback.name().toString(),
            "",
            Map.of(
                "dispute", wanted.toString(),
                "owner", callback.owner(),
                "dueTime", callback.dueTime().toString())));
    return dispute;
  }

  /** Who makes a call: the one who is responsible, or who stands in when it is due. */
  private String caller(Provider provider, String owner, Instant due) {
    return new Routing(absences.covering(provider.name(), due, due))
        .firstReachable(List.of(owner, provider.settings().defaultOwner()), due);
  }

  private Dispute join(Dispute dispute, List<DisputedLine> lines, Actor actor) {
    List<DisputedLine> all = new ArrayList<>(dispute.lines());
    all.addAll(lines);
    limited(dispute.invoice(), all);
    Move move = new Move.AddLines(all);
    Customer customer = customers.require(dispute.customer());
    ProviderSettings settings = provider(customer).settings();
    Terms terms =
        new Terms(clock.instant(), calendars.of(settings, customer), settings.coolingOffDays());
    Dispute after =
        switch (DisputeLifecycle.apply(dispute, move, terms)) {
          case DisputeLifecycle.Transition.Accepted(Dispute moved) -> moved;
          case DisputeLifecycle.Transition.Refused(ErrorReason reason) ->
              throw new IllegalStateException("open disputes take lines: " + reason);
        };
    disputes.update(after);
    record(
        actor, "dispute.lines_added", after, lines, Map.of("stateBefore", dispute.state().name()));
    return after;
  }

  private void record(
      Actor actor,
      String action,
      Dispute dispute,
      List<DisputedLine> added,
      Map<String, String> before) {
    Map<String, String> details = new TreeMap<>(before);
    details.put("invoice", dispute.invoice().toString());
    details.put("stateAfter", dispute.state().name());
    details.put("owner", dispute.owner());
    details.put("raisedBy", dispute.raisedBy().name());
    details.put("priority", dispute.priority().name());
    details.put("linesAdded", Integer.toString(added.size()));
    details.put("disputedAmount", dispute.disputedAmount().toString());
    journal.append(
        new JournalEntry(
            dispute.name().provider(),
            dispute.updateTime(),
            actor,
            action,
            dispute.name().toString(),
            "",
            details));
  }

  private static List<DisputedLine> limited(InvoiceName invoice, List<DisputedLine> lines) {
    if (lines.size() > Dispute.LINES_MAX) {
      throw new RedressException(
          ErrorReason.DISPUTE_FULL,
          "the dispute over "
              + invoice
              + " would hold more than "
              + Dispute.LINES_MAX
              + " lines; settle it first");
    }
    return lines;
  }

  private Provider provider(Customer customer) {
    return providers
        .find(customer.name().provider())
        .orElseThrow(() -> new IllegalStateException("no provider of " + customer.name()));
  }

  /**
   * The dispute that the lines are in now.
   *
   * @param isNew whether it was opened, and not joined
   */
  public record Opened(Dispute dispute, boolean isNew) {}
}
