package dev.redress.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.identity.ProviderName;
import dev.redress.journal.Anchor;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final String SUM = "ab".repeat(32);

  private static final Manifest MANIFEST =
      new Manifest(
          "1.0.0",
          "Apache Derby 10.17.1.0 (embedded)",
          "029",
          Instant.parse("2026-11-25T14:15:00.123456Z"),
          "123e4567-e89b-42d3-a456-426614174000",
          true,
          List.of(
              new Manifest.Head(new ProviderName("default"), new Anchor(15, SUM)),
              new Manifest.Head(new ProviderName("north"), new Anchor(0, "0".repeat(64)))),
          List.of(
              new FileSum("derby/log/log2.dat", 1_048_576, SUM),
              new FileSum("derby/seg0/c10.dat", 8_192, SUM)));

  @Test
  void parse_readsWhatTextWrote() {
    assertThat(Manifest.parse(MANIFEST.text())).isEqualTo(MANIFEST);
    assertThat(MANIFEST.bytes()).isEqualTo(1_056_768);
  }

  @Test
  void parse_refusesEveryPartOfIt() {
    String text = MANIFEST.text();
    for (int length = 0; length < text.length(); length++) {
      String part = text.substring(0, length);
      assertThatThrownBy(() -> Manifest.parse(part))
          .as("the first %d characters", length)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("is cut off, or was changed");
    }
  }

  @Test
  void parse_refusesItWithAnyCharacterChanged() {
    String text = MANIFEST.text();
    for (int at = 0; at < text.length(); at++) {
      char other = text.charAt(at) == '7' ? '8' : '7';
      String changed = text.substring(0, at) + other + text.substring(at + 1);
      assertThatThrownBy(() -> Manifest.parse(changed))
          .as("character %d", at)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "derby/../../etc/passwd",
        "/etc/passwd",
        "derby",
        "derby//log",
        "derby/./log",
        "derby/a b",
        "manifest.txt"
      })
  void fileSum_refusesAPathThatLeadsOutOfTheBackup(String path) {
    assertThatThrownBy(() -> new FileSum(path, 1, SUM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + path + "' is no file of a backup");
  }
}
