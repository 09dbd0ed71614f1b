package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.FieldMask;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldMasksTest {
  private static final Set<String> FIXED = Set.of("name", "create_time", "update_time", "etag");

  private static final Provider STORED =
      Provider.newBuilder()
          .setName("providers/a")
          .setDisplayName("stored")
          .setSettings(ProviderSettings.newBuilder().setDefaultOwner("stored").setAttemptsMax(5))
          .build();

  private static final Provider GIVEN =
      Provider.newBuilder()
          .setName("providers/other")
          .setDisplayName("given")
          .setSettings(ProviderSettings.newBuilder().setAttemptsMax(7))
          .setEtag("v1")
          .build();

  @ParameterizedTest(name = "mask {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          # mask                  | display name | default owner | attempts
          ''                      | given        | stored        | 7
          display_name            | given        | stored        | 5
          settings.attempts_max   | stored       | stored        | 7
          settings                | stored       | ''            | 7
          settings.default_owner  | stored       | ''            | 5
          *                       | given        | ''            | 7
          """)
  void merge_changesWhatTheMaskNames(
      String path, String displayName, String defaultOwner, int attemptsMax) {
    FieldMask mask = FieldMasks.of(mask(path), GIVEN, FIXED);

    Provider merged = FieldMasks.merge(mask, GIVEN, STORED);

    assertThat(merged.getName()).isEqualTo("providers/a");
    assertThat(merged.getEtag()).isEmpty();
    assertThat(merged.getDisplayName()).isEqualTo(displayName);
    assertThat(merged.getSettings().getDefaultOwner()).isEqualTo(defaultOwner);
    assertThat(merged.getSettings().getAttemptsMax()).isEqualTo(attemptsMax);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "etag", "create_time", "colour", "settings.colour", "a b", "*.x"})
  void of_refusesFieldsThatAreNotThereOrCannotChange(String path) {
    assertThatThrownBy(() -> FieldMasks.of(mask(path), GIVEN, FIXED))
        .hasMessageContaining("update_mask: ");
  }

  private static FieldMask mask(String path) {
    return FieldMask.newBuilder().addAllPaths(path.isEmpty() ? List.of() : List.of(path)).build();
  }
}
