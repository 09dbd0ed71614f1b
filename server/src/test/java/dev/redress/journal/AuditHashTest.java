package dev.redress.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The hash of an event as docs/audit.md has it, for those who compute it by themselves. */
class AuditHashTest {

  @Test
  void link_isTheHashOfTheDocuments() throws NoSuchAlgorithmException {
    JournalEntry entry =
        new JournalEntry(
            new ProviderName("acme"),
            Instant.parse("2026-11-23T10:22:59.123456Z"),
            new Actor("Zoë"),
            "dispute.opened",
            "providers/acme/disputes/1",
            "",
            Map.of("b", "2", "a", "1"));
    String parts =
        "64:"
            + "0".repeat(64)
            + "1:1"
            + "14:providers/acme"
            + "27:2026-11-23T10:22:59.123456Z"
            + "4:Zoë"
            + "14:dispute.opened"
            + "25:providers/acme/disputes/1"
            + "0:"
            + "1:2"
            + "1:a1:1"
            + "1:b1:2";

    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));

    assertThat(HashChain.link(HashChain.ORIGIN, 1, entry))
        .isEqualTo(HexFormat.of().formatHex(hash));
  }
}
