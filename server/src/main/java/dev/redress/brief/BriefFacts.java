package dev.redress.brief;

import dev.redress.attachment.DisputeEvidence;
import dev.redress.attachment.DisputeNote;
import dev.redress.callback.Attempt;
import dev.redress.callback.Callback;
import dev.redress.customer.Customer;
import dev.redress.dispute.Dispute;
import dev.redress.invoice.Invoice;
import dev.redress.money.Money;
import dev.redress.promise.Promise;
import dev.redress.time.BusinessCalendar;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a brief is made of.
 *
 * @param defaultOwner who stands in for a customer without an account manager
 * @param calendar the customer's, in its time zone
 * @param lines those most in dispute, at most {@value #LINES_MAX}
 * @param call the live callback; absent once the dispute has ended
 * @param attempts the last ones, in their order, at most {@value #ATTEMPTS_MAX}
 * @param attemptCount how many there were in all
 * @param notes the last ones, in their order, at most {@value #NOTES_MAX}
 * @param evidence all of it that counts
 * @param promises the open ones to the customer, the most urgent first; one more than {@value
 *     #PROMISES_MAX} where there are more
 * @param earlier of the last {@value #MONTHS} months
 * @param person who is to call
 * @param limit how much the person may concede on the dispute; absent: any amount
 */
public record BriefFacts(
    Dispute dispute,
    Customer customer,
    String defaultOwner,
    BusinessCalendar calendar,
    Invoice invoice,
    List<BilledLine> lines,
    @Nullable Callback call,
    List<Attempt> attempts,
    long attemptCount,
    List<DisputeNote> notes,
    List<DisputeEvidence> evidence,
    List<Promise> promises,
    List<Earlier> earlier,
    String person,
    @Nullable Money limit,
    Instant now) {
  /** Most lines that are shown, those most in dispute first. */
  public static final int LINES_MAX = 20;

  /** Most attempts that are shown, the last ones. */
  public static final int ATTEMPTS_MAX = 20;

  /** Most notes that are shown, the last ones. */
  public static final int NOTES_MAX = 20;

  /** Most open promises that are shown, the most urgent ones. */
  public static final int PROMISES_MAX = 20;

  /** How far back other disputes count. */
  public static final int MONTHS = 12;

  public BriefFacts {
    lines = List.copyOf(lines);
    attempts = List.copyOf(attempts);
    notes = List.copyOf(notes);
    evidence = List.copyOf(evidence);
    promises = List.copyOf(promises);
    earlier = List.copyOf(earlier);
  }
}
