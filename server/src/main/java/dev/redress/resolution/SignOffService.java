package dev.redress.resolution;

import dev.redress.callback.Callback;
import dev.redress.callback.CallbackLifecycle;
import dev.redress.callback.CallbackStore;
import dev.redress.callback.Notice;
import dev.redress.callback.SignOff;
import dev.redress.callback.SignOffStore;
import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.ProviderStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The use case of an account manager whose customer nobody could reach. */
public final class SignOffService {
  private final Transactions transactions;
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final DisputeStore disputes;
  private final CallbackStore callbacks;
  private final SignOffStore signOffs;
  private final Journal journal;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public SignOffService(
      Transactions transactions,
      ProviderStore providers,
      CustomerStore customers,
      DisputeStore disputes,
      CallbackStore callbacks,
      SignOffStore signOffs,
      Journal journal,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.customers = customers;
    this.disputes = disputes;
    this.callbacks = callbacks;
    this.signOffs = signOffs;
    this.journal = journal;
    this.clock = clock;
  }

  /** The sign-off of a callback, if there is one. */
  public Optional<SignOff> find(CallbackName callback) {
    return transactions.run(() -> signOffs.find(callback));
  }

  /**
   * Signs off an exhausted callback, so that its dispute may end without a call that reached the
   * customer. The callback stays live until it does, and a call that reaches the customer after all
   * still counts.
   *
   * @param reason why, 1 to 2,000 characters
   * @param notice what the customer was written, since the dispute was opened and not in the future
   * @param expectedVersion absent: whatever it is
   * @throws RedressException {@code FIELD_INVALID}, {@code CALLBACK_NOT_FOUND}, {@code
   *     NOT_ACCOUNT_MANAGER}, {@code RESOURCE_EXISTS}, {@code STALE_VERSION}, {@code
   *     CALLBACK_NOT_EXHAUSTED}
   */
  public Signed signOff(
      CallbackName name,
      String reason,
      Notice notice,
      @Nullable Long expectedVersion,
      Actor actor) {
    return transactions.run(
        () -> {
          Instant now = clock.instant();
          Callback callback = callbacks.find(name).orElseThrow(() -> Refusals.noCallback(name));
          Dispute dispute = disputes.find(callback.dispute()).orElseThrow();
          checkTime(notice, dispute, now);
          String accountManager = accountManager(callback);
          if (!actor.name().equals(accountManager)) {
            throw Refusals.notAccountManager(callback, accountManager, actor);
          }
          if (signOffs.find(name).isPresent()) {
            throw new RedressException(
                ErrorReason.RESOURCE_EXISTS,
                "callback " + name.callback() + " is signed off already; resolve its dispute",
                Map.of("resource", name.toString()));
          }
          if (expectedVersion != null && callback.version() != expectedVersion) {
            throw Refusals.stale(name.toString());
          }
          if (!CallbackLifecycle.maySignOff(callback)) {
            throw Refusals.callback(ErrorReason.CALLBACK_NOT_EXHAUSTED, callback, now);
          }
          SignOff signOff = new SignOff(name, dispute.name(), actor, reason, notice, now);
          save(signOff, dispute);
          return new Signed(callback, signOff);
        });
  }

  private void save(SignOff signOff, Dispute dispute) {
    signOffs.insert(signOff);
    // Its version is what a call that is logged at the same time collides with.
    disputes.updateHead(dispute.signedOff(signOff.callback(), signOff.time()));
    journal.append(
        new JournalEntry(
            signOff.callback().provider(),
            signOff.time(),
            signOff.actor(),
            "callback.signed_off",
            signOff.callback().toString(),
            signOff.reason(),
            Map.of(
                "dispute", signOff.dispute().toString(),
                "noticeChannel", signOff.notice().channel().name(),
                "noticeText", signOff.notice().text(),
                "noticeTime", signOff.notice().time().toString())));
  }

  private String accountManager(Callback callback) {
    Customer customer = customers.find(callback.customer()).orElseThrow();
    return customer.accountManager().isEmpty()
        ? providers.find(callback.name().provider()).orElseThrow().settings().defaultOwner()
        : customer.accountManager();
  }

  private static void checkTime(Notice notice, Dispute dispute, Instant now) {
    if (notice.time().isAfter(now) || notice.time().isBefore(dispute.round().openTime())) {
      throw RedressException.ofField(
          "notice.send_time",
          "must not be in the future, nor before the dispute was opened at "
              + dispute.round().openTime());
    }
  }

  /** A callback that was signed off. */
  public record Signed(Callback callback, SignOff signOff) {}
}
