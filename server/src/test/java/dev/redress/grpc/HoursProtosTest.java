package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.time.Hours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursProtosTest {
  private static final Field FIELD = new Field("line.hours");

  @ParameterizedTest(name = "{0} h are {1} ten-thousandths")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # hours              | ten-thousandths
          0                    | 0
          -0.0                 | 0
          4.9e-324             | 0
          0.1                  | 1000
          0.30000000000000004  | 3000
          0.25                 | 2500
          1.0001               | 10001
          7.7                  | 77000
          9999.9999            | 99999999
          10000                | 100000000
          """)
  void fromProto_readsTheMultipleThatIsMeant(double hours, long tenThousandths) {
    assertThat(HoursProtos.fromProto(FIELD, hours)).isEqualTo(new Hours(tenThousandths));
  }

  @Test
  void toProto_isReadBackExactly() {
    for (long tenThousandths = 0; tenThousandths <= 100_000_000; tenThousandths += 9_973) {
      Hours hours = new Hours(tenThousandths);
      assertThat(HoursProtos.fromProto(FIELD, HoursProtos.toProto(hours))).isEqualTo(hours);
    }
  }

  @ParameterizedTest(name = "{0} h: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # hours       | what is said
          NaN           | is not from 0 to 10,000
          Infinity      | is not from 0 to 10,000
          -Infinity     | is not from 0 to 10,000
          -0.1          | is not from 0 to 10,000
          10000.0001    | is not from 0 to 10,000
          1e300         | is not from 0 to 10,000
          0.00005       | is not a multiple of 0.0001
          0.33333333    | is not a multiple of 0.0001
          1.00000001    | is not a multiple of 0.0001
          """)
  void fromProto_refuses(double hours, String sentence) {
    assertThatThrownBy(() -> HoursProtos.fromProto(FIELD, hours))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.FIELD_INVALID))
        .hasMessageContaining("line.hours")
        .hasMessageContaining(sentence);
  }
}
