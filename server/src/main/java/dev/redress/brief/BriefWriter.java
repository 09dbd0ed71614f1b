package dev.redress.brief;

import dev.redress.attachment.DisputeEvidence;
import dev.redress.attachment.DisputeNote;
import dev.redress.attachment.NoteKind;
import dev.redress.callback.Attempt;
import dev.redress.callback.Callback;
import dev.redress.callback.Outcome;
import dev.redress.customer.Customer;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeState;
import dev.redress.dispute.RaisedBy;
import dev.redress.dispute.Waiting;
import dev.redress.dispute.Withdrawal;
import dev.redress.money.Money;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Writes a brief: a pure function of what is recorded. Nothing is made up, and where nothing is
 * recorded it says so. Moments are in the customer's time.
 */
public final class BriefWriter {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

  /** Most characters of what somebody noted; a sentence of two. */
  private static final int NOTE_LENGTH_MAX = 300;

  private final BriefFacts facts;
  private final Dispute dispute;
  private final BilledLines lines;

  private BriefWriter(BriefFacts facts) {
    this.facts = facts;
    this.dispute = facts.dispute();
    this.lines = new BilledLines(facts);
  }

  /** The brief of these facts. */
  public static Brief write(BriefFacts facts) {
    BriefWriter writer = new BriefWriter(facts);
    return new Brief(
        facts.dispute().name(),
        facts.customer().name(),
        facts.person(),
        writer.heading(),
        Arrays.stream(Topic.values()).map(writer::section).toList());
  }

  private String heading() {
    return "Brief for %s: dispute %s (%s) of %s, %s in %s"
        .formatted(
            facts.person(),
            dispute.name().dispute(),
            dispute.state(),
            facts.customer().displayName(),
            moment(facts.now()),
            facts.calendar().zone());
  }

  private Section section(Topic topic) {
    return new Section(
        topic,
        switch (topic) {
          case CUSTOMER -> customer();
          case BILLED -> lines.billed();
          case FOUND -> found();
          case SAID -> said();
          case TRIED -> tried();
          case NOT_TO_ASK -> notToAsk();
          case PROMISED -> promised();
          case AWAITED -> awaited();
          case EARLIER -> earlier();
          case MAY_CONCEDE -> mayConcede();
          case NEXT -> next();
        });
  }

  private List<String> customer() {
    Customer customer = facts.customer();
    Callback call = facts.call();
    String contact = call == null ? customer.contact() : call.contact();
    Money value = customer.annualValue();
    return List.of(
        "%s, customer %s, %s."
            .formatted(
                customer.displayName(),
                customer.name().customer(),
                customer.tier().isEmpty() ? "of no recorded tier" : "tier " + customer.tier()),
        contact.isEmpty()
            ? "Nobody knows where to call: find a number first."
            : "Call " + contact + ".",
        value == null
            ? "What it is worth a year is not recorded; it is billed in "
                + customer.currency()
                + "."
            : "It is worth " + value + " a year.",
        customer.accountManager().isEmpty()
            ? "It has no account manager; " + facts.defaultOwner() + " stands in."
            : "Its account manager is " + customer.accountManager() + ".",
        "It is %s there now (%s), %s its business hours."
            .formatted(
                moment(facts.now()),
                facts.calendar().zone(),
                facts.calendar().isOpen(facts.now()) ? "within" : "outside"));
  }

  private List<String> found() {
    List<String> found = new ArrayList<>(lines.found());
    for (DisputeEvidence each : facts.evidence()) {
      found.add(
          "Evidence %d, %s: %s".formatted(each.name().number(), each.type(), note(each.title())));
    }
    for (DisputeNote each : notes(NoteKind.INTERNAL)) {
      found.add(
          "%s, %s noted for us alone: %s"
              .formatted(moment(each.createTime()), each.author().name(), note(each.text())));
    }
    return found;
  }

  private List<DisputeNote> notes(NoteKind kind) {
    return facts.notes().stream().filter(each -> each.kind() == kind).toList();
  }

  private List<String> said() {
    List<String> said = new ArrayList<>();
    if (dispute.raisedBy() == RaisedBy.CUSTOMER) {
      said.add("The customer brought this up itself on " + moment(dispute.createTime()) + ".");
    }
    said.addAll(lines.comments());
    said.addAll(told());
    Withdrawal word = dispute.hearing().withdrawal();
    if (word != null) {
      said.add(
          "%s, %s took the dispute back %s%s"
              .formatted(
                  moment(word.time()),
                  word.by(),
                  PlainWords.of(word.channel()),
                  word.note().isBlank() ? "." : ": " + note(word.note())));
    }
    return orSay(said, "Nothing that it said is recorded.");
  }

  /** What was said on calls and noted otherwise, in the order in which it was written down. */
  private List<String> told() {
    List<Told> told = new ArrayList<>();
    for (Attempt attempt : facts.attempts()) {
      if (PlainWords.isTalk(attempt.outcome()) && !attempt.note().isBlank()) {
        told.add(new Told(attempt.time(), "to " + attempt.actor().name(), attempt.note()));
      }
    }
    for (DisputeNote each : notes(NoteKind.CUSTOMER_SAID)) {
      told.add(new Told(each.createTime(), "to " + each.author().name(), each.text()));
    }
    for (DisputeNote each : notes(NoteKind.CUSTOMER_TOLD)) {
      told.add(new Told(each.createTime(), "it was told by " + each.author().name(), each.text()));
    }
    return told.stream()
        .sorted(Comparator.comparing(Told::time))
        .map(each -> moment(each.time()) + ", " + each.how() + ": " + note(each.text()))
        .toList();
  }

  private List<String> tried() {
    List<String> tried = new ArrayList<>();
    if (facts.attemptCount() > facts.attempts().size()) {
      tried.add(
          "%d attempts in all; the last %d:"
              .formatted(facts.attemptCount(), facts.attempts().size()));
    }
    for (Attempt attempt : facts.attempts()) {
      boolean elsewhere = PlainWords.isTalk(attempt.outcome()) || attempt.note().isBlank();
      tried.add(
          "%s, %s: %s%s"
              .formatted(
                  moment(attempt.time()),
                  attempt.actor().name(),
                  PlainWords.of(attempt.outcome()),
                  elsewhere ? "." : " (" + note(attempt.note()) + ")."));
    }
    Callback call = facts.call();
    if (call != null && !call.approach().isBlank()) {
      tried.add("Do it differently this time: " + note(call.approach()));
    }
    return orSay(tried, "Nobody has called yet.");
  }

  /** Follows from what the customer said; nobody has to remember to write it down. */
  private List<String> notToAsk() {
    List<String> known = new ArrayList<>();
    if (dispute.raisedBy() == RaisedBy.CUSTOMER) {
      known.add("Which lines it means: it named them when it brought this up.");
    }
    List<String> unrecognized = lines.claimedFor(DisputeReason.CUSTOMER_UNRECOGNIZED);
    if (!unrecognized.isEmpty()) {
      known.add("Whether it recognises " + String.join(", ", unrecognized) + ": it does not.");
    }
    for (Attempt attempt : facts.attempts()) {
      if (attempt.outcome() == Outcome.REACHED && !attempt.note().isBlank()) {
        known.add(
            "What it told %s on %s; it is written above."
                .formatted(attempt.actor().name(), moment(attempt.time())));
      }
    }
    for (DisputeNote each : notes(NoteKind.CUSTOMER_SAID)) {
      known.add(
          "What %s noted on %s that it said; it is written above."
              .formatted(each.author().name(), moment(each.createTime())));
    }
    if (!facts.attempts().isEmpty()
        && facts.attempts().getLast().outcome() == Outcome.CUSTOMER_RESCHEDULED) {
      known.add("When to call: it chose the time itself.");
    }
    return orSay(known, "Nothing is known that it has answered already.");
  }

  private List<String> promised() {
    List<String> promised = new ArrayList<>();
    Callback call = facts.call();
    if (call != null) {
      promised.add(
          "A call by %s, which %s owes%s."
              .formatted(
                  moment(call.dueTime()),
                  call.owner(),
                  call.dueTime().isBefore(facts.now()) ? "; that time has passed" : ""));
    }
    facts.promises().stream()
        .limit(BriefFacts.PROMISES_MAX)
        .map(
            promise ->
                "%s, by %s, which %s owes%s."
                    .formatted(
                        note(promise.text()),
                        moment(promise.dueTime()),
                        promise.owner(),
                        promise.isOverdue(facts.now()) ? "; that time has passed" : ""))
        .forEach(promised::add);
    if (facts.promises().size() > BriefFacts.PROMISES_MAX) {
      promised.add("And more, not shown.");
    }
    return orSay(promised, "Nothing is promised.");
  }

  private List<String> awaited() {
    Waiting waiting = dispute.waiting();
    if (waiting == null) {
      return List.of("Nobody is waited for.");
    }
    String who = dispute.state() == DisputeState.AWAITING_CUSTOMER ? "the customer" : "us";
    return List.of(
        "From %s by %s: %s".formatted(who, moment(waiting.respondBy()), note(waiting.awaited())));
  }

  private List<String> earlier() {
    return orSay(
        facts.earlier().stream()
            .map(
                all ->
                    "In the last %d months: %s over %s, and %s of %s given back."
                        .formatted(
                            BriefFacts.MONTHS,
                            PlainWords.count(all.disputes(), "other dispute"),
                            all.disputed(),
                            PlainWords.count(all.credits(), "credit"),
                            all.credited()))
            .toList(),
        "No other dispute and no credit in the last " + BriefFacts.MONTHS + " months.");
  }

  private List<String> mayConcede() {
    if (!dispute.state().isOpen()) {
      return List.of("Nothing: the dispute has ended.");
    }
    List<String> bounds = new ArrayList<>();
    Money limit = facts.limit();
    bounds.add(
        limit == null
            ? "No limit is set for " + facts.person() + "."
            : "%s may concede up to %s on this dispute.".formatted(facts.person(), limit));
    bounds.add(
        "In dispute are %s; %s were given back before."
            .formatted(dispute.disputedAmount(), dispute.creditedAmount()));
    if (dispute.state() == DisputeState.PROPOSED || dispute.state() == DisputeState.APPROVED) {
      bounds.add(
          "To give back %s is %s."
              .formatted(
                  dispute.approvedAmount(),
                  dispute.state() == DisputeState.PROPOSED
                      ? "proposed, not approved"
                      : "approved"));
    }
    return bounds;
  }

  private List<String> next() {
    List<String> aims = new ArrayList<>();
    if (dispute.state().isOpen() && !dispute.hearing().allowsResolution()) {
      aims.add("Speak with the customer: before that the dispute cannot end.");
    }
    switch (dispute.state()) {
      case OPEN, IN_REVIEW, REOPENED ->
          aims.add("Explain each line, and learn which charges it accepts and which it does not.");
      case AWAITING_PROVIDER -> aims.add("Say what we still owe it, and by when it comes.");
      case AWAITING_CUSTOMER -> aims.add("Get what we wait for, or a date for it.");
      case PROPOSED -> aims.add("Say what is proposed, and hear whether that settles it.");
      case APPROVED -> aims.add("Say what was decided; then the dispute can be resolved.");
      case RESOLVED, WITHDRAWN, CLOSED -> aims.add("No call is due: the dispute has ended.");
    }
    if (dispute.state().isOpen()) {
      aims.add("Agree when we call again, unless nothing is left to say, and log the call.");
    }
    return aims;
  }

  private String moment(Instant time) {
    return MOMENT.format(time.atZone(facts.calendar().zone()));
  }

  /** What somebody noted, as far as it has room. */
  static String note(String text) {
    return PlainText.cut(text, NOTE_LENGTH_MAX);
  }

  /** What somebody said, and to whom. */
  private record Told(Instant time, String how, String text) {}

  private static List<String> orSay(List<String> sentences, String otherwise) {
    return sentences.isEmpty() ? List.of(otherwise) : sentences;
  }
}
