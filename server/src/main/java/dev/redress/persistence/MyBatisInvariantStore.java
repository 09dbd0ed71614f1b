package dev.redress.persistence;

import dev.redress.identity.CallbackName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.HandoffName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invariant.Invariant;
import dev.redress.invariant.InvariantStore;
import dev.redress.invariant.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks for broken invariants in the database. */
public final class MyBatisInvariantStore implements InvariantStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisInvariantStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public long checked(ProviderName provider, Invariant invariant) {
    String id = provider.provider();
    return switch (invariant) {
      case I1 -> call(mapper -> mapper.openDisputes(id));
      case I2 -> call(mapper -> mapper.endedCallbacks(id));
      case I3 -> call(mapper -> mapper.endedDisputes(id));
      case I4 -> call(mapper -> mapper.creditedLines(id));
      case I5 -> call(mapper -> mapper.timeEntries(id));
      case I6 -> call(mapper -> mapper.openDisputes(id)) + call(mapper -> mapper.handoffs(id));
      case I7 -> call(mapper -> mapper.endedRuns(id));
      case I8 -> call(mapper -> mapper.credits(id));
    };
  }

  @Override
  public List<Violation> violations(ProviderName provider, Invariant invariant, int countMax) {
    return transactions.run(() -> find(provider, invariant, countMax));
  }

  private List<Violation> find(ProviderName provider, Invariant invariant, int countMax) {
    if (!transactions.isEmbedded()) {
      call(InvariantMapper::joinByHash);
    }
    return switch (invariant) {
      case I1 ->
          first(
              countMax,
              disputesWithoutTheirCallback(provider, countMax),
              callbacks(
                  provider,
                  call(mapper -> mapper.callbacksClaimedByNobody(provider.provider(), countMax)),
                  "is claimed, but not by somebody and until some time, or says so unclaimed"));
      case I2 ->
          first(
              countMax,
              callbacks(
                  provider,
                  call(mapper -> mapper.lostCallbacks(provider.provider(), countMax)),
                  "ended without a successor while its dispute is open"),
              callbacks(
                  provider,
                  call(mapper -> mapper.callbacksFollowedWrongly(provider.provider(), countMax)),
                  "has a successor while it is live, one of another dispute, or more than one"));
      case I3 ->
          first(
              countMax,
              disputesEndedInSilence(provider, countMax),
              disputesSignedOffWithoutNotice(provider, countMax));
      case I4 -> linesCreditedAboveInvoiced(provider, countMax);
      case I5 -> new AllocatedHours(transactions).violations(provider, countMax);
      case I6 -> betweenTwoChairs(provider, countMax);
      case I7 -> runsOverNothing(provider, countMax);
      case I8 -> linesCreditedOtherwise(provider, countMax);
    };
  }

  private List<Violation> disputesWithoutTheirCallback(ProviderName provider, int countMax) {
    return call(mapper -> mapper.disputesWithoutTheirCallback(provider.provider(), countMax))
        .stream()
        .map(row -> withoutItsCallback(new DisputeName(provider, row.id()), row.number()))
        .toList();
  }

  private static Violation withoutItsCallback(DisputeName dispute, long liveCallbacks) {
    return new Violation(
        dispute.toString(),
        liveCallbacks == 1
            ? "is open and does not name its live callback, or that one lacks owner, contact or"
                + " due time"
            : "is open and has " + liveCallbacks + " live callbacks instead of one");
  }

  private static List<Violation> callbacks(
      ProviderName provider, List<String> ids, String sentence) {
    return ids.stream()
        .map(id -> new Violation(new CallbackName(provider, id).toString(), sentence))
        .toList();
  }

  private List<Violation> disputesSignedOffWithoutNotice(ProviderName provider, int countMax) {
    return call(mapper -> mapper.disputesSignedOffWithoutNotice(provider.provider(), countMax))
        .stream()
        .map(
            id ->
                new Violation(
                    new DisputeName(provider, id).toString(),
                    "is signed off, but nothing says what the customer was written"))
        .toList();
  }

  /** What breaks an invariant in two ways, at most so many together. */
  private static List<Violation> first(int countMax, List<Violation> some, List<Violation> others) {
    return Stream.concat(some.stream(), others.stream()).limit(countMax).toList();
  }

  private List<Violation> disputesEndedInSilence(ProviderName provider, int countMax) {
    return call(mapper -> mapper.disputesEndedInSilence(provider.provider(), countMax)).stream()
        .map(
            id ->
                new Violation(
                    new DisputeName(provider, id).toString(),
                    "has ended but no call of its own reached the customer, nobody signed off, and the"
                        + " customer did not take it back"))
        .toList();
  }

  private List<Violation> linesCreditedAboveInvoiced(ProviderName provider, int countMax) {
    return call(mapper -> mapper.linesCreditedAboveInvoiced(provider.provider(), countMax)).stream()
        .map(row -> credited(provider, row, "were invoiced"))
        .toList();
  }

  private List<Violation> linesCreditedOtherwise(ProviderName provider, int countMax) {
    return call(mapper -> mapper.linesCreditedOtherwise(provider.provider(), countMax)).stream()
        .map(row -> credited(provider, row, "were decided for that reason"))
        .toList();
  }

  private static Violation credited(ProviderName provider, CreditedRow row, String what) {
    return new Violation(
        row.toName(provider).toString(),
        row.creditedMinor() + " minor units are credited where " + row.allowedMinor() + " " + what);
  }

  private List<Violation> betweenTwoChairs(ProviderName provider, int countMax) {
    String id = provider.provider();
    List<Violation> found = new ArrayList<>();
    for (String handoff : call(mapper -> mapper.handoffsNotAsTheyMustBe(id, countMax))) {
      found.add(
          new Violation(
              new HandoffName(provider, handoff).toString(),
              "was accepted without a brief or not by its receiver, or is pending although its"
                  + " dispute has ended"));
    }
    for (String dispute : call(mapper -> mapper.disputesOwnedOtherwise(id, countMax))) {
      found.add(
          new Violation(
              new DisputeName(provider, dispute).toString(),
              "is owned by somebody who neither had it from the beginning nor accepted it"));
    }
    for (String callback : call(mapper -> mapper.callbacksOwnedOtherwise(id, countMax))) {
      found.add(
          new Violation(
              new CallbackName(provider, callback).toString(),
              "was live when its dispute was taken over, and is owned by somebody else"));
    }
    return found.stream().limit(countMax).toList();
  }

  private List<Violation> runsOverNothing(ProviderName provider, int countMax) {
    return call(mapper -> mapper.runsOverNothing(provider.provider(), countMax)).stream()
        .map(
            id ->
                new Violation(
                    new ReconciliationName(provider, id).toString(),
                    "succeeded although it had no lines or no requests to look at"))
        .toList();
  }

  private <T> T call(Function<InvariantMapper, T> statement) {
    return transactions.call(InvariantMapper.class, statement);
  }
}
