package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.matching.MatchingModel.ComponentModel;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentAffinityTest {
  @ParameterizedTest(name = "{0} for a request about {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # technician | request | sign of the bits
          D. Reyes     | R-PRINT | 1
          D. Reyes     | R-NET   | -1
          D. Reyes     | R-BOTH  | 0
          D. Reyes     | R-NONE  | 0
          P. Raman     | R-PRINT | 0
          -            | R-PRINT | 0
          """)
  void bits_followWhatATechnicianWorksOn(String technician, String request, int sign) {
    RequestBook book =
        new RequestBook(
            new MatchingCase()
                .requestAbout("R-PRINT", "Printers")
                .requestAbout("R-NET", "Network")
                .requestAbout("R-BOTH", "network | Printers")
                .requestAbout("R-NONE", "")
                .input());
    ComponentAffinity affinity = new ComponentAffinity(new ComponentModel(10, 1), book);
    for (int line = 0; line < 4; line++) {
      affinity.learn(PersonName.of("D. Reyes"), place(book, "R-PRINT"), 0.9);
      affinity.learn(PersonName.of("D. Reyes"), place(book, "R-NONE"), 0.9);
    }
    affinity.applyLearned();
    double bits =
        affinity.bits(
            PersonName.of(Objects.requireNonNullElse(technician, "")), place(book, request));
    assertThat(Math.abs(bits) < 0.15 ? 0 : Math.signum(bits)).isEqualTo(sign);
  }

  private static int place(RequestBook book, String request) {
    return Objects.requireNonNull(book.place(request));
  }
}
