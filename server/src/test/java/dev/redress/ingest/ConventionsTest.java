package dev.redress.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.RedressException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the values of one file tell about each other. */
class ConventionsTest {
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # dates of the file              | how the first is meant
          2024-03-04                       | 2024-03-04
          20240304                         | 2024-03-04
          03/04/2024                       | asks --date-order
          03/04/2024, 25/04/2024           | 2024-04-03
          03/04/2024, 04/25/2024           | 2024-03-04
          03/04/2024, 25/04/2024, 4/25/24  | asks --date-order
          03/03/2024                       | 2024-03-03
          04.03.2024                       | asks --date-order
          03/04/2024, 13/13/2024           | asks --date-order
          03/04/2024, 45/04/2024           | asks --date-order
          29/Feb/24                        | 2024-02-29
          29/Feb/23                        | wrong
          04 Mar 2024                      | 2024-03-04
          2024-03-04T10:23:52              | 2024-03-04
          04/Foo/24                        | wrong
          """)
  void dates(String dates, String expected) {
    assertThat(read(dates.split(", ", -1), LocalTimes::date)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # numbers of the file | how the first is meant
          12                    | 12
          20,0                  | 20.0
          1.5                   | 1.5
          2.000,0               | 2000.0
          2,000.0               | 2000.0
          2.000                 | asks --decimal
          2,000                 | asks --decimal
          0,125                 | 0.125
          2.000; 0,5            | 2000
          2.000; 0.5            | 2.000
          1.5; 1,5              | asks --decimal
          1.234.567             | 1234567
          1.234.56              | wrong
          1 234,5               | 1234.5
          -1,5                  | -1.5
          1:30                  | 1.5000
          00:00:01              | 0.0003
          1e3                   | wrong
          1,,5                  | wrong
          """)
  void numbers(String numbers, String expected) {
    assertThat(read(numbers.split("; ", -1), LocalNumbers::hours)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} with {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # number   | mark that was said | is read as
          2.000      | POINT              | 2.000
          2.000      | COMMA              | 2000
          1,234.5    | POINT              | 1234.5
          14.57,8    | POINT              | wrong
          14,57.8    | COMMA              | wrong
          1.5,       | POINT              | wrong
          """)
  void numbers_asTheCallerSaid(String number, String mark, String expected) {
    Conventions said = new Conventions(Samples.answers("- - - " + mark));
    assertThat(read(number, LocalNumbers::number, said)).isEqualTo(expected);
  }

  private interface Reader {
    Reading<String> read(String text, Conventions conventions);
  }

  private static String read(String[] file, Reader reader) {
    Conventions open = new Conventions(FileAnswers.NONE);
    for (String text : file) {
      reader.read(text.strip(), open);
    }
    try {
      return read(file[0], reader, open.settled());
    } catch (RedressException e) {
      return "asks " + e.metadata().get("options");
    }
  }

  private static String read(String text, Reader reader, Conventions conventions) {
    return switch (reader.read(text.strip(), conventions)) {
      case Reading.Good<String>(String value) -> value;
      case Reading.Bad<String> _ -> "wrong";
    };
  }
}
