package dev.redress.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which unit the name of a column tells. */
class TimeWordsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # column                        | unit    | can have times
          Hours                           | hours   | true
          Dauer (Std.)                    | hours   | true
          Time spent [h]                  | hours   | true
          Minutes                         | minutes | true
          Dauer in Minuten                | minutes | true
          Duration (min)                  | minutes | true
          Secondes                        | seconds | true
          Duration (rounded to 15 min)    | ''      | true
          Duration, rounded to 15 min     | ''      | true
          Stunden (min. 0,25)             | hours   | true
          Hours (Technician's)            | hours   | true
          Duration (Technician's)         | ''      | false
          Hours (minutes)                 | ''      | true
          Minutes (h)                     | ''      | true
          Hours and minutes               | ''      | true
          Time (hh:mm)                    | ''      | false
          Duration                        | ''      | false
          (h)                             | hours   | true
          ()                              | ''      | false
          """)
  void unit_isToldByAClearNameOnly(String column, String unit, boolean hasUnit) {
    assertThat(TimeWords.unit(column)).isEqualTo(unit);
    assertThat(TimeWords.namesUnit(column)).isEqualTo(hasUnit);
  }
}
