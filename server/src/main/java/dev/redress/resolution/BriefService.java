package dev.redress.resolution;

import dev.redress.attachment.AttachmentStore;
import dev.redress.attachment.DisputeEvidence;
import dev.redress.brief.BilledLine;
import dev.redress.brief.Brief;
import dev.redress.brief.BriefFacts;
import dev.redress.brief.BriefStore;
import dev.redress.brief.BriefWriter;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputedLine;
import dev.redress.identity.CallbackName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.LineName;
import dev.redress.invoice.InvoiceStore;
import dev.redress.invoice.LaborLineStore;
import dev.redress.promise.Promise;
import dev.redress.promise.PromiseStore;
import dev.redress.promise.PromiseStore.PromiseFilter;
import dev.redress.reconciliation.LineVerdict;
import dev.redress.reconciliation.VerdictStore;
import dev.redress.resolution.DisputeMoves.Setting;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what somebody needs to know who is about to call. Beside the dispute itself it asks for
 * the lines that are shown and for nothing else of the others, however many there are.
 */
public final class BriefService {
  private final Transactions transactions;
  private final DisputeMoves moves;
  private final AuthorityCheck authority;
  private final CallbackStore callbacks;
  private final AttachmentStore attachments;
  private final PromiseStore promises;
  private final InvoiceStore invoices;
  private final LaborLineStore lines;
  private final VerdictStore verdicts;
  private final BriefStore briefs;

  /** Over the stores that it needs. */
  public BriefService(
      Transactions transactions,
      DisputeMoves moves,
      AuthorityCheck authority,
      CallbackStore callbacks,
      AttachmentStore attachments,
      PromiseStore promises,
      InvoiceStore invoices,
      LaborLineStore lines,
      VerdictStore verdicts,
      BriefStore briefs) {
    this.transactions = transactions;
    this.moves = moves;
    this.authority = authority;
    this.callbacks = callbacks;
    this.attachments = attachments;
    this.promises = promises;
    this.invoices = invoices;
    this.lines = lines;
    this.verdicts = verdicts;
    this.briefs = briefs;
  }

  /**
   * The brief of a dispute.
   *
   * @param person who is about to call
   * @throws dev.redress.error.RedressException {@code DISPUTE_NOT_FOUND}
   */
  public Brief get(DisputeName name, String person) {
    return transactions.run(() -> of(moves.require(name), person));
  }

  /** The brief of a dispute as it is in this transaction. */
  Brief of(Dispute dispute, String person) {
    Setting setting = moves.setting(dispute);
    Instant since =
        setting.now().atZone(setting.calendar().zone()).minusMonths(BriefFacts.MONTHS).toInstant();
    return BriefWriter.write(
        new BriefFacts(
            dispute,
            setting.customer(),
            setting.settings().defaultOwner(),
            setting.calendar(),
            invoices.find(dispute.invoice()).orElseThrow(),
            shown(dispute),
            call(dispute),
            briefs.lastAttempts(dispute.name(), BriefFacts.ATTEMPTS_MAX),
            briefs.attemptCount(dispute.name()),
            attachments
                .lastNotes(dispute.name(), Integer.MAX_VALUE, BriefFacts.NOTES_MAX)
                .reversed(),
            evidence(dispute),
            openPromises(dispute, setting.now()),
            briefs.earlier(dispute.customer(), dispute.name(), since),
            person,
            authority.limit(dispute, setting, person).orElse(null),
            setting.now()));
  }

  private List<DisputeEvidence> evidence(Dispute dispute) {
    return attachments.listEvidence(dispute.name(), 0, DisputeEvidence.COUNT_MAX).stream()
        .filter(each -> each.retraction() == null)
        .toList();
  }

  /** All that is still owed to the customer, for whatever dispute it was promised. */
  private List<Promise> openPromises(Dispute dispute, Instant now) {
    return promises.list(
        dispute.name().provider(),
        new PromiseFilter(true, null, "", dispute.customer().customer(), ""),
        now,
        Instant.MIN,
        "",
        BriefFacts.PROMISES_MAX + 1);
  }

  private @Nullable Callback call(Dispute dispute) {
    CallbackName live = dispute.callback();
    return live == null ? null : callbacks.find(live).orElseThrow();
  }

  /** The lines most in dispute; of two alike the one whose id comes first. */
  private List<BilledLine> shown(Dispute dispute) {
    Map<LineName, List<DisputedLine>> claims =
        dispute.lines().stream().collect(Collectors.groupingBy(DisputedLine::line));
    Map<LineName, Long> disputed = new HashMap<>();
    claims.forEach(
        (line, of) ->
            disputed.put(
                line, of.stream().mapToLong(claim -> claim.disputed().minorUnits()).sum()));
    return claims.keySet().stream()
        .sorted(
            Comparator.<LineName, Long>comparing(disputed::get)
                .reversed()
                .thenComparing(LineName::line))
        .limit(BriefFacts.LINES_MAX)
        .map(line -> billed(line, claims.getOrDefault(line, List.of())))
        .toList();
  }

  private BilledLine billed(LineName name, List<DisputedLine> claims) {
    @Nullable LineVerdict answer = verdicts.find(name).orElse(null);
    return answer == null
        ? new BilledLine(lines.require(name), claims, null, List.of())
        : new BilledLine(answer.line(), claims, answer.verdict(), answer.findings());
  }
}
