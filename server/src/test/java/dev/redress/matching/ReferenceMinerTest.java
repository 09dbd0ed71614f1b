package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceMinerTest {
  /** The customer's requests, of several systems. */
  private static final RequestBook BOOK =
      new RequestBook(
          new MatchingCase()
              .request("ATL-101", 1, "a")
              .request("FOO-2", 1, "b")
              .request("INC0012", 1, "c")
              .request("1042", 1, "d")
              .request("NG-2077", 1, "e")
              .request("8f14e45f-ceea-467f", 1, "f")
              .input());

  private final ReferenceMiner miner = new ReferenceMiner(BOOK);

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # description                               | requests found
          fixed #1042                                 | 1042
          see ticket 1042 and call back               | 1042
          Ticket no. 1042: rebooted                   | 1042
          1042 mailboxes migrated                     | -
          work on [ATL-101]                           | ATL-101
          ATL-101, NG-2077 done                       | ATL-101 NG-2077
          atl-101 done                                | ATL-101
          ATL 101: printer                            | ATL-101
          INC0012 closed                              | INC0012
          https://desk.example/browse/NG-2077         | NG-2077
          https://desk.example/tickets/1042           | 1042
          https://desk.example/t?id=1042.             | 1042
          release foo-2.0 rolled out                  | -
          foo-2 rolled out                            | -
          FOO-2 rolled out                            | FOO-2
          XFOO-2 and FOO-22                           | -
          UTF-8 files and KB5034441                   | -
          NG-2077-1 is no request                     | -
          order 8f14e45f-ceea-467f                    | 8f14e45f-ceea-467f
          -                                           | -
          """)
  void inText_findsIdsOfRequestsOnly(@Nullable String description, @Nullable String expected) {
    assertThat(found(miner.inText(orEmpty(description)))).isEqualTo(orEmpty(expected));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # reference  | requests found
          ATL-101      | ATL-101
          atl-101      | ATL-101
          1042         | 1042
          2077         | NG-2077
          12           | INC0012
          foo-2        | FOO-2
          see NG-2077  | NG-2077
          PO 4711      | -
          -            | -
          """)
  void inReference_readsBareNumbersToo(@Nullable String reference, @Nullable String expected) {
    assertThat(found(miner.inReference(orEmpty(reference)))).isEqualTo(orEmpty(expected));
  }

  private static String found(List<Integer> places) {
    return places.stream().map(BOOK::id).collect(Collectors.joining(" "));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
