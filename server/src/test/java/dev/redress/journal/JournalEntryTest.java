package dev.redress.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.identity.Actor;
import dev.redress.identity.DisputeName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries of the provider acme. */
class JournalEntryTest {
  @ParameterizedTest(name = "{0}, dispute={1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # what changed                  | detail "dispute"           | whose history
          providers/acme/disputes/d1      | -                          | d1
          providers/acme/disputes/d1      | providers/acme/disputes/d2 | d1
          providers/acme/callbacks/c1     | providers/acme/disputes/d2 | d2
          providers/acme/callbacks/c1     | -                          | -
          providers/acme/disputes/d1/x/y  | providers/acme/disputes/d1 | d1
          providers/acme/disputes/d1/x/y  | -                          | -
          providers/acme/disputes/        | -                          | -
          providers/other/disputes/d1     | -                          | -
          providers/acme/callbacks/c1     | providers/other/disputes/d | -
          providers/acme/callbacks/c1     | d2                         | -
          """)
  void dispute_isTheOneThatChangedOrIsNamed(
      String resource, @Nullable String detail, @Nullable String dispute) {
    JournalEntry entry =
        new JournalEntry(
            new ProviderName("acme"),
            Instant.EPOCH,
            new Actor("dana"),
            "x.done",
            resource,
            "",
            detail == null ? Map.of() : Map.of("dispute", detail));

    assertThat(entry.dispute().map(DisputeName::dispute).orElse(null)).isEqualTo(dispute);
  }
}
