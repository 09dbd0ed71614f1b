package dev.redress.cli.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessHoursTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # typed                                           | read
          Mon-Thu 08:00-12:00,13:00-17:00; Fri 08:00-14:00  | Mon-Thu 08:00-12:00,13:00-17:00; Fri 08:00-14:00
          9:00-17:00                                        | Mon-Fri 09:00-17:00
          8:00-12:00, 13:00-17:00                           | Mon-Fri 08:00-12:00,13:00-17:00
          monday-SUNDAY 00:00-24:00                         | Mon-Sun 00:00-24:00
          sat  10:00-12:00                                  | Sat 10:00-12:00
          Mon 08:00-12:00;Tue 08:00-12:00;Thu 08:00-12:00   | Mon-Tue 08:00-12:00; Thu 08:00-12:00
          Mon 12:00-08:00                                   | Mon 12:00-08:00
          """)
  void parse_readsWhatPeopleWrite(String typed, String read) {
    assertThat(BusinessHours.text(BusinessHours.parse(typed).days())).isEqualTo(read);
  }

  @Test
  void parse_ofNothingIsNoDay() {
    assertThat(BusinessHours.parse("").days()).isEmpty();
    assertThat(BusinessHours.text(BusinessHours.parse(" ").days())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          # typed                     | sentence
          whenever                    | 'whenever' is not of the form 'Mon-Thu 08:00-12:00,13:00-17:00'
          Mon                         | 'Mon' is not of the form 'Mon-Thu 08:00-12:00,13:00-17:00'
          Mon 8-12                    | '8-12' is not of the form 'Mon-Thu 08:00-12:00,13:00-17:00'
          Mon 08:00-12:60             | '08:00-12:60' is not of the form 'Mon-Thu 08:00-12:00,13:00-17:00'
          Mon 08:00-12:00,            | '' is not of the form 'Mon-Thu 08:00-12:00,13:00-17:00'
          Mon 08:00-12:00;            | '' is not of the form 'Mon-Thu 08:00-12:00,13:00-17:00'
          Moon 08:00-12:00            | 'Moon' is not one of Mon, Tue, Wed, Thu, Fri, Sat, Sun
          Sat-Mon 08:00-12:00         | 'Sat-Mon' does not go forward from Mon to Sun; write both parts
          """)
  void parse_refusesTheRest(String typed, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BusinessHours.parse(typed))
        .withMessage(sentence);
  }
}
