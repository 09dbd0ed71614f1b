package dev.redress.resolution;

import dev.redress.callback.Callback;
import dev.redress.callback.CallbackClaim;
import dev.redress.dispute.Credit;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeAction;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.handoff.Handoff;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How refused moves are told to people and programs. */
final class Refusals {
  private Refusals() {}

  /** A dispute that does not move. */
  static RedressException dispute(ErrorReason reason, Dispute dispute, String asked) {
    String id = dispute.name().dispute();
    String sentence =
        switch (reason) {
          case CUSTOMER_NOT_REACHED ->
              "no call has reached the customer of dispute "
                  + id
                  + " yet; call, log the attempt as REACHED, then resolve";
          case INVOICE_HAS_OPEN_DISPUTE ->
              "the invoice of dispute " + id + " has another open dispute; settle that one first";
          default -> "dispute " + id + " is " + dispute.state() + ", which does not allow " + asked;
        };
    return new RedressException(
        reason,
        sentence,
        Map.of("dispute", dispute.name().toString(), "state", dispute.state().name()));
  }

  /** A handoff that is not answered, or not asked for. */
  static RedressException handoff(ErrorReason reason, Handoff handoff) {
    String id = handoff.name().handoff();
    String sentence =
        switch (reason) {
          case NOT_THE_RECEIVER ->
              "handoff " + id + " asks " + handoff.receiver() + ", who alone can answer it";
          case NOT_THE_OWNER ->
              "handoff "
                  + id
                  + " can be taken back by "
                  + handoff.sender()
                  + ", who owns the dispute, or by who asked";
          case HANDOFF_PENDING ->
              handoff.receiver()
                  + " is asked to take the dispute over already; wait for the answer, or cancel"
                  + " handoff "
                  + id;
          default -> "handoff " + id + " is " + handoff.state() + " and stays so; ask anew";
        };
    return new RedressException(
        reason,
        sentence,
        Map.of(
            "handoff", handoff.name().toString(),
            "dispute", handoff.dispute().toString(),
            "state", handoff.state().name(),
            "receiver", handoff.receiver()));
  }

  /** A credit that cannot be taken back without a call that tells the customer. */
  static RedressException nobodyTold(Credit credit) {
    return new RedressException(
        ErrorReason.INVOICE_HAS_NO_OPEN_DISPUTE,
        "taking money back needs a call: reopen dispute "
            + credit.dispute().dispute()
            + ", or open one over the same invoice, then reverse credit "
            + credit.name().credit(),
        Map.of(
            "credit", credit.name().toString(),
            "dispute", credit.dispute().toString()));
  }

  /** A callback that does not exist. */
  static RedressException noCallback(CallbackName name) {
    return new RedressException(ErrorReason.CALLBACK_NOT_FOUND, "there is no callback " + name);
  }

  /** A callback that does not move. */
  static RedressException callback(ErrorReason reason, Callback callback, Instant now) {
    String name = "callback " + callback.name().callback();
    Map<String, String> facts = new HashMap<>();
    facts.put("callback", callback.name().toString());
    facts.put("state", callback.state().name());
    facts.put("dispute", callback.dispute().toString());
    Optional<CallbackClaim> claim = callback.claimAt(now);
    claim.ifPresent(
        made -> {
          facts.put("claimer", made.actor().name());
          facts.put("expireTime", made.expireTime().toString());
        });
    if (reason == ErrorReason.CALLBACK_CLAIMED && claim.isPresent()) {
      String claimer = claim.get().actor().name();
      return new RedressException(
          reason,
          name
              + " is claimed by "
              + claimer
              + " until "
              + claim.get().expireTime()
              + "; wait, or ask "
              + claimer
              + " to release it",
          facts);
    }
    String sentence =
        switch (reason) {
          case CALLBACK_RESCHEDULED_TOO_OFTEN ->
              name
                  + " was moved "
                  + callback.reschedulesBefore()
                  + " times in a row; call the customer and log how it went before it is moved"
                  + " again";
          case CALLBACK_NOT_EXHAUSTED ->
              name
                  + " is "
                  + callback.state()
                  + "; only when all attempts were in vain can it be signed off";
          default ->
              name + " is " + callback.state() + "; see the dispute for the call that counts now";
        };
    return new RedressException(reason, sentence, facts);
  }

  /** Somebody who is not the account manager. */
  static RedressException notAccountManager(Callback callback, String accountManager, Actor actor) {
    return new RedressException(
        ErrorReason.NOT_ACCOUNT_MANAGER,
        actor.name()
            + " is not the account manager of "
            + callback.customer()
            + "; ask "
            + accountManager,
        Map.of(
            "callback", callback.name().toString(),
            "accountManager", accountManager,
            "actor", actor.name()));
  }

  /** Somebody else was faster. */
  static RedressException stale(String resource) {
    return new RedressException(
        ErrorReason.STALE_VERSION,
        resource + " has changed since it was read; read it again and decide anew",
        Map.of("resource", resource));
  }

  /** The name of an event about an action. */
  static String pastTense(DisputeAction action) {
    return switch (action) {
      case ADD_LINES -> "lines_added";
      case BEGIN_REVIEW -> "review_begun";
      case PROPOSE -> "proposed";
      case APPROVE -> "approved";
      case RESOLVE -> "resolved";
      case AWAIT_PROVIDER -> "awaits_provider";
      case AWAIT_CUSTOMER -> "awaits_customer";
      case WITHDRAW -> "withdrawn";
      case REOPEN -> "reopened";
      case CLOSE -> "closed";
    };
  }
}
