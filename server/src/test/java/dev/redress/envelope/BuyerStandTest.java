package dev.redress.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeState;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.LineOutcome;
import dev.redress.envelope.Clarification.CodeList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How a customer stands to an invoice of 300.00 USD, line 1-01 over 200.00 (two hours) and line
 * 1-02 over 100.00 (one hour).
 */
class BuyerStandTest {

  @ParameterizedTest(name = "{0}: {1} -> {2} {3} {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # state          | claims: line reason disputed outcome approved credited, -: no outcome yet  | stand                  | reason/action of each        | proposed
          OPEN             | 1-01 UNCORRELATED 200 - 0 0                                                | UNDER_QUERY            | UNR/CNP                      | 1-01: 0.00
          OPEN             | 1-01 RATE 50 - 0 0                                                         | UNDER_QUERY            | PRI/CNP                      | 1-01: 150.00
          OPEN             | 1-01 HOURS_EXCESS 50 - 0 0                                                 | UNDER_QUERY            | QTY/CNP                      | 1-01: 1.5 h 150.00
          OPEN             | 1-02 ROUNDING 33 - 0 0                                                     | UNDER_QUERY            | QTY/CNP                      | 1-02: 0.67 h 67.00
          IN_REVIEW        | 1-02 VAGUE 100 - 0 0                                                       | UNDER_QUERY            | REF/PIN                      | 1-02: 0.00
          AWAITING_PROVIDER | 1-02 ARITHMETIC 10 - 0 0                                                  | UNDER_QUERY            | PRI/NIN                      | 1-02: 90.00
          OPEN             | 1-01 RATE 50 - 0 0; 1-01 QUALITY 100 - 0 0                                 | UNDER_QUERY            | PRI/CNP QUA/CNP              | 1-01: 50.00 1-01: 50.00
          OPEN             | 1-01 RATE 150 - 0 0; 1-01 QUALITY 150 - 0 0                                | UNDER_QUERY            | PRI/CNP QUA/CNP              | 1-01: 0.00 1-01: 0.00
          OPEN             | 1-01 UNDERCHARGE 0 - 0 0                                                   | IN_PROCESS             | NON/NOA                      | 1-01: 200.00
          OPEN             | 1-01 UNDERCHARGE 0 - 0 0; 1-02 RATE 10 - 0 0                               | UNDER_QUERY            | NON/NOA PRI/CNP              | 1-01: 200.00 1-02: 90.00
          PROPOSED         | 1-01 RATE 50 CREDITED 50 0                                                 | UNDER_QUERY            | PRI/CNP                      | 1-01: 150.00
          APPROVED         | 1-01 RATE 50 EXPLAINED 0 0                                                 | UNDER_QUERY            | PRI/CNP                      | 1-01: 150.00
          REOPENED         | 1-01 RATE 30 - 0 20                                                        | UNDER_QUERY            | PRI/CNP                      | 1-01: 150.00
          REOPENED         | 1-01 RATE 0 - 0 200                                                        | IN_PROCESS             | PRI/CNP                      | 1-01: 0.00
          RESOLVED         | 1-01 RATE 50 EXPLAINED 0 0                                                 | ACCEPTED               | ''                           | ''
          RESOLVED         | 1-01 RATE 50 CREDITED 50 50                                                | CONDITIONALLY_ACCEPTED | PRI/CNP                      | 1-01: 150.00
          RESOLVED         | 1-01 RATE 50 PARTIALLY_CREDITED 20 20                                      | CONDITIONALLY_ACCEPTED | PRI/CNP                      | 1-01: 180.00
          RESOLVED         | 1-01 VAGUE 50 WRITTEN_OFF 50 50                                            | CONDITIONALLY_ACCEPTED | REF/CNP                      | 1-01: 150.00
          RESOLVED         | 1-01 RATE 200 REBILLED 200 200                                             | CONDITIONALLY_ACCEPTED | PRI/CNP/NIN                  | 1-01: 0.00
          RESOLVED         | 1-01 RATE 200 CREDITED 200 200; 1-02 RATE 100 CREDITED 100 100             | CONDITIONALLY_ACCEPTED | PRI/CNF PRI/CNF              | 1-01: 0.00 1-02: 0.00
          RESOLVED         | 1-01 RATE 50 DENIED 0 0                                                    | CONDITIONALLY_ACCEPTED | PRI/CNP                      | 1-01: 150.00
          RESOLVED         | 1-01 RATE 50 DENIED 0 0; 1-02 RATE 10 EXPLAINED 0 0                        | CONDITIONALLY_ACCEPTED | PRI/CNP                      | 1-01: 150.00
          RESOLVED         | 1-01 WRONG_CUSTOMER 200 DENIED 0 0; 1-02 WRONG_CUSTOMER 100 DENIED 0 0     | REJECTED               | OTH/CNF OTH/CNF              | 1-01: 0.00 1-02: 0.00
          RESOLVED         | 1-01 WRONG_CUSTOMER 200 DENIED 0 0; 1-02 RATE 100 CREDITED 100 100         | CONDITIONALLY_ACCEPTED | OTH/CNF PRI/CNP              | 1-01: 0.00 1-02: 0.00
          # a credit that was taken back leaves the claim as it was
          RESOLVED         | 1-01 RATE 50 CREDITED 50 0                                                 | CONDITIONALLY_ACCEPTED | PRI/CNP                      | 1-01: 150.00
          RESOLVED         | 1-01 UNDERCHARGE 0 EXPLAINED 0 0                                           | ACCEPTED               | ''                           | ''
          WITHDRAWN        | 1-01 RATE 50 WITHDRAWN 0 0                                                 | ACCEPTED               | ''                           | ''
          # what an earlier round gave stays given
          WITHDRAWN        | 1-01 RATE 50 WITHDRAWN 0 20                                                | CONDITIONALLY_ACCEPTED | PRI/CNP                      | 1-01: 180.00
          CLOSED           | 1-01 RATE 50 CREDITED 50 50                                                | CONDITIONALLY_ACCEPTED | PRI/CNP                      | 1-01: 150.00
          CLOSED           | 1-01 RATE 50 WITHDRAWN 0 0                                                 | ACCEPTED               | ''                           | ''
          """)
  void stand_followsFromTheDispute(
      DisputeState state, String claims, ResponseStatus status, String codes, String proposed) {
    Dispute dispute =
        EnvelopeSamples.dispute(
            state, Arrays.stream(claims.split("; ", -1)).map(BuyerStandTest::claim).toList());

    BuyerStand stand = BuyerStand.of(dispute, EnvelopeSamples.usd(300));

    assertThat(stand.status()).isEqualTo(status);
    assertThat(codes(stand)).isEqualTo(codes);
    assertThat(proposed(stand)).isEqualTo(proposed);
  }

  private static DisputedLine claim(String text) {
    String[] words = text.split(" ", -1);
    DisputeReason reason =
        words[1].equals("QUALITY") ? DisputeReason.REWORK_QUALITY : DisputeReason.valueOf(words[1]);
    return EnvelopeSamples.claim(
        words[0],
        reason,
        reason.action(),
        Long.parseLong(words[2]),
        words[3].equals("-") ? null : LineOutcome.valueOf(words[3]),
        Long.parseLong(words[4]),
        Long.parseLong(words[5]));
  }

  private static String codes(BuyerStand stand) {
    List<String> codes = new ArrayList<>();
    for (Clarification each : stand.clarifications()) {
      if (each.list() == CodeList.REASON) {
        codes.add(each.code());
      } else {
        codes.set(codes.size() - 1, codes.getLast() + "/" + each.code());
      }
    }
    return String.join(" ", codes);
  }

  private static String proposed(BuyerStand stand) {
    return stand.clarifications().stream()
        .flatMap(each -> each.values().stream())
        .map(
            value ->
                switch (value.term()) {
                  case "BT-126" -> value.value() + ":";
                  case "BT-129" -> value.value() + " h";
                  default -> value.value();
                })
        .collect(Collectors.joining(" "));
  }
}
