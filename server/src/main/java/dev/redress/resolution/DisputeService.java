package dev.redress.resolution;

import dev.redress.callback.Callback;
import dev.redress.callback.CallbackLifecycle;
import dev.redress.callback.CallbackPolicy;
import dev.redress.callback.CallbackStore;
import dev.redress.callback.CallbackStore.CallbackFilter;
import dev.redress.dispute.Claim;
import dev.redress.dispute.ContactChannel;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.Dispute.Origin;
import dev.redress.dispute.DisputeStore;
import dev.redress.dispute.DisputeStore.DisputeFilter;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.Move;
import dev.redress.dispute.OpeningService;
import dev.redress.dispute.Waiting;
import dev.redress.dispute.Withdrawal;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.IdSource;
import dev.redress.identity.ProviderName;
import dev.redress.resolution.DisputeMoves.Setting;
import dev.redress.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The use cases by which disputes are opened, worked, taken back, reopened and closed. */
public final class DisputeService {
  /** From this reopening on a dispute goes to the account manager's superior. */
  private static final int SUPERIOR_FROM = 2;

  /** A dispute has a few; ids are in the order in which they were made. */
  private static final int CALLS_MAX = 1_000;

  private final Transactions transactions;
  private final OpeningService opening;
  private final ClaimCheck claims;
  private final DisputeMoves moves;
  private final Leaders leaders;
  private final Ownerships ownerships;
  private final DisputeStore disputes;
  private final CallbackStore callbacks;
  private final IdSource ids;

  /** Over the stores that it needs. */
  public DisputeService(
      Transactions transactions,
      OpeningService opening,
      ClaimCheck claims,
      DisputeMoves moves,
      Leaders leaders,
      Ownerships ownerships,
      DisputeStore disputes,
      CallbackStore callbacks,
      IdSource ids) {
    this.transactions = transactions;
    this.opening = opening;
    this.claims = claims;
    this.moves = moves;
    this.leaders = leaders;
    this.ownerships = ownerships;
    this.disputes = disputes;
    this.callbacks = callbacks;
    this.ids = ids;
  }

  /**
   * Opens a dispute over lines of one invoice, or adds them to the one that is open.
   *
   * @param id of a new dispute; empty: made up
   * @param claimed 1 or more
   * @throws RedressException {@code FIELD_INVALID}, {@code CURRENCY_MISMATCH}, {@code
   *     LINE_NOT_FOUND}, {@code RESOURCE_EXISTS}, {@code LINE_ALREADY_DISPUTED}, {@code
   *     AMOUNT_EXCEEDS_LINE}, {@code DISPUTE_FULL}
   */
  public Dispute open(
      ProviderName provider, String id, Origin origin, List<Claim> claimed, Actor actor) {
    DisputeName wanted = new DisputeName(provider, id.isEmpty() ? opening.newId() : id);
    return transactions.run(
        () -> {
          List<DisputedLine> lines = claims.check(provider, claimed);
          return opening.open(wanted, origin, lines, actor).dispute();
        });
  }

  /** The dispute, or {@code DISPUTE_NOT_FOUND}. */
  public Dispute get(DisputeName name) {
    return transactions.run(() -> moves.require(name));
  }

  /** Disputes by id, see {@link DisputeStore#list}. */
  public List<Dispute> list(
      ProviderName provider, DisputeFilter filter, String afterId, int countMax) {
    return transactions.run(() -> disputes.list(provider, filter, afterId, countMax));
  }

  /** The dispute with what follows from it now. */
  public DisputeView view(Dispute dispute) {
    return transactions.run(
        () -> {
          CallbackName name = dispute.callback();
          Callback live = name == null ? null : callbacks.find(name).orElse(null);
          Setting setting = moves.setting(dispute);
          boolean running = dispute.state().isClockRunning();
          return new DisputeView(
              dispute,
              live,
              running
                  ? dispute.clock().elapsed(setting.now(), setting.calendar())
                  : dispute.clock().used(),
              running
                  ? dispute
                      .clock()
                      .reaches(
                          setting.values().resolutionTarget(setting.settings()), setting.calendar())
                  : null,
              dispute.state().isOpen()
                  ? dispute.round().openTime().plus(Duration.ofDays(setting.settings().holdDays()))
                  : null,
              ownerships.of(dispute, setting));
        });
  }

  /**
   * Takes a dispute into review.
   *
   * @param expectedVersion absent: whatever it is
   * @throws RedressException {@code DISPUTE_NOT_FOUND}, {@code STALE_VERSION}, {@code
   *     DISPUTE_STATE_FORBIDS_ACTION}
   */
  public Dispute beginReview(DisputeName name, @Nullable Long expectedVersion, Actor actor) {
    return transactions.run(
        () -> moves.make(moves.require(name, expectedVersion), new Move.BeginReview(), "", actor));
  }

  /**
   * Waits for somebody of the provider.
   *
   * @param awaited what must come, 1 to 2,000 characters
   * @throws RedressException as {@link #beginReview}, and {@code FIELD_INVALID}
   */
  public Dispute awaitProvider(
      DisputeName name,
      @Nullable Long expectedVersion,
      String awaited,
      Instant respondBy,
      Actor actor) {
    return await(name, expectedVersion, awaited, respondBy, Move.AwaitProvider::new, actor);
  }

  /** Waits for the customer; otherwise as {@link #awaitProvider}. */
  public Dispute awaitCustomer(
      DisputeName name,
      @Nullable Long expectedVersion,
      String awaited,
      Instant respondBy,
      Actor actor) {
    return await(name, expectedVersion, awaited, respondBy, Move.AwaitCustomer::new, actor);
  }

  /**
   * Ends a dispute that the customer takes back, and cancels its live callback.
   *
   * @param word what the customer said, after the dispute was opened; without a time: now
   * @throws RedressException as {@link #beginReview}, and {@code FIELD_INVALID}
   */
  public Dispute withdraw(
      DisputeName name, @Nullable Long expectedVersion, SaidBack word, Actor actor) {
    return transactions.run(
        () -> {
          Dispute dispute = moves.require(name, expectedVersion);
          Instant now = moves.setting(dispute).now();
          Instant said = word.time() == null ? now : word.time();
          if (said.isAfter(now) || said.isBefore(dispute.round().openTime())) {
            throw RedressException.ofField(
                "withdraw_time",
                "must be from the opening of the dispute at "
                    + dispute.round().openTime()
                    + " until now");
          }
          Withdrawal withdrawal = new Withdrawal(word.by(), word.channel(), said, word.note());
          return moves.make(dispute, new Move.Withdraw(withdrawal), word.note(), actor);
        });
  }

  /**
   * Opens a dispute again that has ended and is not closed, with a new live callback. Its lines are
   * disputed as before as far as they were not credited. From the second time on the account
   * manager's superior owns it.
   *
   * @param reason why, 1 to 2,000 characters
   * @throws RedressException as {@link #beginReview}, and {@code INVOICE_HAS_OPEN_DISPUTE}
   */
  public Dispute reopen(
      DisputeName name, @Nullable Long expectedVersion, String reason, Actor actor) {
    return transactions.run(
        () -> {
          Dispute dispute = moves.require(name, expectedVersion);
          if (dispute.state().isReopenable() && disputes.findOpen(dispute.invoice()).isPresent()) {
            throw Refusals.dispute(ErrorReason.INVOICE_HAS_OPEN_DISPUTE, dispute, "REOPEN");
          }
          Setting setting = moves.setting(dispute);
          String owner =
              dispute.round().reopenCount() + 1 >= SUPERIOR_FROM
                  ? leaders.superior(name.provider())
                  : dispute.owner();
          Callback callback =
              CallbackLifecycle.first(
                  new CallbackName(name.provider(), ids.next()),
                  name,
                  dispute.customer(),
                  owner,
                  CallbackLifecycle.contactAgain(
                      callbacks.list(
                          name.provider(),
                          new CallbackFilter("", name.dispute(), "", ""),
                          "",
                          CALLS_MAX),
                      setting.customer().contact()),
                  CallbackPolicy.of(setting.settings(), setting.values(), setting.calendar()),
                  setting.now());
          Move move =
              new Move.Reopen(
                  callback.name(),
                  owner,
                  dispute.lines().stream().map(line -> line.reopened(claims.left(line))).toList());
          Dispute after =
              moves.save(dispute, moves.accept(dispute, move, setting), move, reason, actor);
          callbacks.insert(callback);
          moves.record(
              after,
              "callback.scheduled",
              callback.name().toString(),
              "",
              Map.of(
                  "dispute", name.toString(),
                  "owner", owner,
                  "dueTime", callback.dueTime().toString()),
              actor);
          return after;
        });
  }

  /**
   * Ends for good a dispute that has ended.
   *
   * @param said why, at most 2,000 characters
   * @throws RedressException as {@link #beginReview}
   */
  public Dispute close(DisputeName name, @Nullable Long expectedVersion, String said, Actor actor) {
    return transactions.run(
        () -> moves.make(moves.require(name, expectedVersion), new Move.Close(), said, actor));
  }

  private Dispute await(
      DisputeName name,
      @Nullable Long expectedVersion,
      String awaited,
      Instant respondBy,
      Function<Waiting, Move> move,
      Actor actor) {
    return transactions.run(
        () -> {
          Dispute dispute = moves.require(name, expectedVersion);
          Instant now = moves.setting(dispute).now();
          if (!Waiting.isInTime(now, respondBy)) {
            throw RedressException.ofField(
                "respond_by_time",
                "must be in the future and within " + Waiting.TIME_MAX.toDays() + " days");
          }
          Waiting waiting = new Waiting(awaited, now, respondBy);
          return moves.make(dispute, move.apply(waiting), awaited, actor);
        });
  }

  /**
   * What somebody of the customer said who takes a dispute back.
   *
   * @param by who, 1 to 200 characters
   * @param time absent: now
   * @param note at most 2,000 characters
   */
  public record SaidBack(String by, ContactChannel channel, @Nullable Instant time, String note) {}
}
