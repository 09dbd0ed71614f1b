package dev.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.journal.JournalEntry;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventWordsTest {

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # detail         | value                | what is left
          creditedAmount   | 120.00 USD           | 120.00 USD
          stateAfter       | RESOLVED             | RESOLVED
          dueTime          | 2026-11-24T08:00:00Z | 2026-11-24T08:00:00Z
          owner            | Nadine Forster       | Nadine Forster
          hours[x/y]       | 1.5                  | 1.5
          phone            | +1 312 555 0100      | [erased]
          displayName      | Atlas Dental         | [erased]
          noticeText       | Dear Dr. Kim         | [erased]
          withdrawnBy      | Dr. Kim              | [erased]
          contentHash      | 0a1b                 | [erased]
          addedTomorrow    | whatever             | [erased]
          phone            | ''                   | ''
          """)
  void details(String key, String value, String left) {
    assertThat(left(new Actor("dana"), "", Map.of(key, value)).details())
        .isEqualTo(Map.of(key, left));
  }

  @ParameterizedTest(name = "{0} says {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # actor | reason       | actor left | reason left
          dana    | never there  | dana       | [erased]
          dana    | ''           | dana       | ''
          Dr. Kim | never there  | [erased]   | [erased]
          """)
  void actorAndReason(String actor, String reason, String actorLeft, String reasonLeft) {
    JournalEntry left = left(new Actor(actor), reason, Map.of());

    assertThat(left.actor().name()).isEqualTo(actorLeft);
    assertThat(left.reason()).isEqualTo(reasonLeft);
  }

  private static JournalEntry left(Actor actor, String reason, Map<String, String> details) {
    return EventWords.without(
        new JournalEntry(
            new ProviderName("acme"), Instant.EPOCH, actor, "a.b", "x", reason, details),
        Set.of("Dr. Kim"));
  }
}
