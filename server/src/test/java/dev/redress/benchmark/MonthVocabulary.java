package dev.redress.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Words of a helpdesk's month. What lines say of the work and what requests say of the trouble are
 * kept apart, so that a line shares words with a request only where it quotes it.
 */
final class MonthVocabulary {
  private static final List<String> THINGS =
      List.of(
          "outlook",
          "printer",
          "scanner",
          "laptop",
          "vpn",
          "wifi",
          "server",
          "backup",
          "sharepoint",
          "teams",
          "monitor",
          "dock",
          "firewall",
          "switch",
          "phone",
          "voicemail",
          "excel",
          "adobe",
          "quickbooks",
          "mailbox",
          "calendar",
          "password",
          "badge",
          "camera",
          "tablet",
          "label",
          "payroll",
          "website",
          "certificate",
          "domain",
          "onedrive",
          "headset",
          "projector",
          "ups");
  private static final List<String> TROUBLES =
      List.of(
          "crashes",
          "offline",
          "slow",
          "missing",
          "rejected",
          "locked",
          "expired",
          "frozen",
          "duplicated",
          "garbled",
          "noisy",
          "unreachable",
          "corrupt",
          "blank",
          "failing",
          "lost",
          "disconnects",
          "overheats",
          "full",
          "wrong");
  private static final List<String> PLACES =
      List.of(
          "reception",
          "warehouse",
          "accounting",
          "boardroom",
          "upstairs",
          "lobby",
          "sales",
          "marketing",
          "legal",
          "workshop",
          "dispatch",
          "kitchen",
          "annex",
          "branch",
          "archive");
  private static final List<String> ACTIONS =
      List.of(
          "rebooted",
          "reinstalled",
          "driver",
          "vendor",
          "escalated",
          "replaced",
          "cable",
          "tested",
          "configured",
          "updated",
          "cleared",
          "cache",
          "verified",
          "policy",
          "registry",
          "profile",
          "rebuilt",
          "firmware",
          "swapped",
          "adjusted",
          "patched",
          "restored",
          "logs",
          "reviewed",
          "tuned",
          "documented",
          "settings",
          "permissions",
          "moved",
          "ordered",
          "parts",
          "synced");
  private static final List<String> PHRASES =
      List.of(
          "remote support",
          "onsite visit",
          "fixed",
          "worked on ticket",
          "see ticket notes",
          "general support",
          "follow up with user",
          "resolved issue",
          "phone support",
          "done",
          "continued work",
          "helped user",
          "maintenance",
          "checked and closed",
          "travel and onsite",
          "per request",
          "user assistance",
          "completed",
          "support call",
          "monthly service");
  private static final List<String> PEOPLE =
      List.of(
          "Alice Moreno",
          "Tom Okafor",
          "Priya Raman",
          "Wes Hadley",
          "Lena Hartwig",
          "Diego Reyes",
          "Maria Bell",
          "Jonas Falk",
          "Ruth Kimani",
          "Ivan Petrov");

  private final Random random;

  MonthVocabulary(Random random) {
    this.random = random;
  }

  /** The technicians of the provider. */
  static List<String> technicians() {
    return PEOPLE;
  }

  /** The subject of a request, such as {@code warehouse printer offline since vpn update}. */
  String summary() {
    return String.join(
        " ", pick(PLACES), pick(THINGS), pick(TROUBLES), "after", pick(THINGS), pick(TROUBLES));
  }

  /**
   * What a line says: nothing in 28 of 100, a phrase that stands everywhere in 18, else about six
   * words; half of those that say something share no word with the subject.
   */
  String line(String summary) {
    double choice = random.nextDouble();
    if (choice < 0.28) {
      return "";
    }
    if (choice < 0.46) {
      return pick(PHRASES);
    }
    List<String> words = new ArrayList<>();
    boolean quotes = choice > 0.64;
    List<String> subject = List.of(summary.split(" "));
    for (int count = 3 + random.nextInt(7); count > 0; count--) {
      words.add(pick(quotes && random.nextInt(3) > 0 ? subject : ACTIONS));
    }
    return String.join(" ", words);
  }

  /** The same text as somebody else would have put it: a word more, less or in another place. */
  String reworded(String text) {
    List<String> words = new ArrayList<>(List.of(text.isBlank() ? "support" : text));
    words = new ArrayList<>(List.of(words.getFirst().split(" ")));
    if (words.size() > 2 && random.nextBoolean()) {
      words.remove(random.nextInt(words.size()));
    } else {
      words.add(random.nextInt(words.size() + 1), pick(ACTIONS));
    }
    return String.join(" ", words);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
