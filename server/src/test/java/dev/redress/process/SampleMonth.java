package dev.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.v1.Import;
import dev.redress.v1.Reconciliation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The month that ships with the command line, loaded and reconciled. */
final class SampleMonth {
  private SampleMonth() {}

  /** Loads it into a server, by files that are left in the folder. */
  static void load(TestServer server, Path folder) throws Exception {
    try (TestClient client = new TestClient(server)) {
      client.importFile("default", Import.Kind.CUSTOMERS, file(folder, "customers.csv")).get();
      client.importFile("default", Import.Kind.REQUESTS, file(folder, "requests.csv")).get();
      client
          .importFile("default", Import.Kind.TIME_ENTRIES, file(folder, "time-entries.csv"))
          .get();
      client.importFile("default", Import.Kind.INVOICES, file(folder, "invoices.csv")).get();
      assertThat(client.awaitEnd(client.start("default").getName()).getState())
          .isEqualTo(Reconciliation.State.SUCCEEDED);
    }
  }

  private static Path file(Path folder, String name) throws IOException {
    Path copy = folder.resolve(name);
    try (InputStream in = SampleMonth.class.getResourceAsStream("/sample/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the sample month lacks " + name);
      }
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }
}
