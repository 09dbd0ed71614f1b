package dev.redress.delivery;

import dev.redress.escalation.DutyKind;
import dev.redress.journal.Event;
import dev.redress.journal.JournalEntry;
import dev.redress.notification.NotificationTarget;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event as a mail in plain text. Whatever others wrote stands on one line each, without control
 * characters: nothing can break out of its place.
 *
 * @param subject at most 150 characters
 */
record MailText(String subject, String body) {
  private static final int SUBJECT_MAX = 150;
  private static final int VALUE_MAX = 2_000;

  /** The mail about an event. */
  static MailText of(NotificationTarget target, Event event) {
    JournalEntry entry = event.entry();
    StringBuilder body = new StringBuilder(headline(entry)).append("\n\n");
    facts(event)
        .forEach((name, value) -> body.append(name).append(": ").append(value).append('\n'));
    body.append("\nEvent ")
        .append(event.sequence())
        .append(" of ")
        .append(entry.provider())
        .append(", sent to ")
        .append(target.name())
        .append(".\nTo stop these mails: redress notification pause ")
        .append(target.name().target())
        .append('\n');
    return new MailText(cut("[Redress] " + headline(entry), SUBJECT_MAX), body.toString());
  }

  private static String headline(JournalEntry entry) {
    return late(entry).orElseGet(() -> line(entry.action() + ": " + entry.resource()));
  }

  /** What an escalation says; empty for other events, and for a duty of a newer server. */
  private static Optional<String> late(JournalEntry entry) {
    Map<String, String> details = entry.details();
    if (!entry.action().equals("escalation.fired")) {
      return Optional.empty();
    }
    return Arrays.stream(DutyKind.values())
        .filter(kind -> kind.name().equals(details.get("subjectKind")))
        .findFirst()
        .map(
            kind ->
                line(
                    words(kind)
                        + " is waiting for "
                        + details.getOrDefault("person", "?")
                        + ": "
                        + last(details.getOrDefault("customer", "?"))
                        + ", due "
                        + details.getOrDefault("dueTime", "?")
                        + ", level "
                        + details.getOrDefault("level", "?")));
  }

  private static String words(DutyKind kind) {
    return switch (kind) {
      case CALLBACK -> "A call";
      case RESPONSE -> "An answer";
      case RESOLUTION -> "A dispute";
      case PROMISE -> "A promise";
      case HANDOFF -> "A handoff";
    };
  }

  private static Map<String, String> facts(Event event) {
    JournalEntry entry = event.entry();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("what", entry.action());
    facts.put("when", entry.time().truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put("who", entry.actor().name());
    facts.put("resource", entry.resource());
    facts.put("reason", entry.reason());
    facts.putAll(entry.details());
    facts.values().removeIf(String::isBlank);
    facts.replaceAll((_, value) -> cut(line(value), VALUE_MAX));
    return facts;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }

  private static String cut(String text, int lengthMax) {
    if (text.length() <= lengthMax) {
      return text;
    }
    int end = lengthMax - 3;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }
}
