package dev.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # address                    | public
          8.8.8.8                      | true
          1.1.1.1                      | true
          9.255.255.255                | true
          11.0.0.0                     | true
          172.15.255.255               | true
          172.32.0.0                   | true
          223.255.255.255              | true
          0.0.0.0                      | false
          10.0.0.0                     | false
          10.255.255.255               | false
          100.64.0.1                   | false
          100.127.255.255              | false
          127.0.0.1                    | false
          127.255.255.254              | false
          169.254.169.254              | false
          172.16.0.1                   | false
          172.31.255.255               | false
          192.0.0.170                  | false
          192.168.1.1                  | false
          198.19.0.1                   | false
          224.0.0.1                    | false
          240.0.0.1                    | false
          255.255.255.255              | false
          2606:4700:4700::1111         | true
          2a00:1450:4001::1            | true
          ::                           | false
          ::1                          | false
          ::7f00:1                     | false
          ::ffff:127.0.0.1             | false
          ::ffff:8.8.8.8               | true
          64:ff9b::7f00:1              | false
          100::1                       | false
          2001::7f00:1                 | false
          2001:db8::1                  | false
          2002:7f00:1::1               | false
          3fff::1                      | false
          fc00::1                      | false
          fd12:3456::1                 | false
          fe80::1                      | false
          fec0::1                      | false
          ff02::1                      | false
          """)
  void isPublic_isOnlyTheInternet(String address, boolean expected) throws UnknownHostException {
    assertThat(PublicAddress.isPublic(InetAddress.getByName(address))).isEqualTo(expected);
  }
}
