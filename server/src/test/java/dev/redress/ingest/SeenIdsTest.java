package dev.redress.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenIdsTest {
  @TempDir Path folder;

  @Test
  void find_whatWasPut_amongAsManyAsThereIsRoomFor() {
    int count = 20_000;
    try (SeenIds seen = new SeenIds(new Spool(folder), count)) {
      for (int i = 0; i < count; i++) {
        assertThat(seen.find("id " + i)).isEmpty();
        seen.put("id " + i, -i, i + 2L);
      }
      for (int i = 0; i < count; i++) {
        assertThat(seen.find("id " + i)).contains(new SeenIds.Seen(-i, i + 2L));
      }
      assertThat(seen.find("another")).isEmpty();
    }
    assertThat(folder).isEmptyDirectory();
  }
}
