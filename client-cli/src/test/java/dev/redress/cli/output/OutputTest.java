package dev.redress.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import dev.redress.v1.Credit;
import dev.redress.v1.Dispute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTest {
  private static final List<Column<Dispute>> COLUMNS =
      List.of(
          new Column.Name<>("dispute", Dispute::getName),
          new Column.State<>("state", Dispute::getState),
          new Column.Numeric<>("lines", it -> Integer.toString(it.getLinesCount())),
          new Column.Amount<>("disputed", Dispute::getDisputedAmount),
          new Column.Moment<>("due", Dispute::getCallbackDueTime),
          new Column.Text<>("owner", Dispute::getOwner));

  private static final Dispute SMALL =
      Dispute.newBuilder()
          .setName("providers/p/disputes/d1")
          .setState(Dispute.State.OPEN)
          .setDisputedAmount(money(12, 500_000_000, "USD"))
          .setCallbackDueTime(Timestamp.newBuilder().setSeconds(1_795_000_000))
          .setOwner("=Mia \"the\n1st\", Ops")
          .build();

  private static final Dispute LARGE =
      Dispute.newBuilder()
          .setName("providers/p/disputes/d%202")
          .setState(Dispute.State.AWAITING_PROVIDER)
          .setDisputedAmount(money(125_000, 0, "JPY"))
          .setOwner("Bo")
          .build();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void list_asTableIsAlignedAndOnOneLineEach() {
    plain(Format.TABLE).list(List.of(SMALL, LARGE).iterator(), COLUMNS);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            DISPUTE  STATE              LINES    DISPUTED  DUE                      OWNER
            d1       OPEN                   0   12.50 USD  2026-11-18 12:06 +01:00  =Mia "the 1st", Ops
            d 2      AWAITING_PROVIDER      0  125000 JPY                           Bo
            """);
  }

  @Test
  void list_asCsvHasAHeaderQuotesAndNoFormulas() {
    plain(Format.CSV).list(List.of(SMALL, LARGE).iterator(), COLUMNS);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            String.join(
                "\r\n",
                "dispute,state,lines,disputed,disputed_currency,due,owner",
                "providers/p/disputes/d1,OPEN,0,12.50,USD,2026-11-18T11:06:40Z,"
                    + "\"'=Mia \"\"the\n1st\"\", Ops\"",
                "providers/p/disputes/d%202,AWAITING_PROVIDER,0,125000,JPY,,Bo",
                ""));
  }

  @Test
  void list_asJsonIsOneArrayOfTheProtocolsObjects() {
    plain(Format.JSON).list(List.of(LARGE, LARGE).iterator(), COLUMNS);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("[\n{\n")
        .contains("},\n{")
        .endsWith("}\n]\n")
        .contains("\"state\": \"AWAITING_PROVIDER\"")
        .contains("\"lines\": []")
        .doesNotContain("\"callback\"");
  }

  @Test
  void list_ofNothingIsAnEmptyArrayAHeaderOrAWordToPeople() {
    Iterator<Dispute> nothing = Collections.emptyIterator();
    plain(Format.JSON).list(nothing, COLUMNS);
    plain(Format.CSV).list(nothing, COLUMNS);
    plain(Format.TABLE).list(nothing, COLUMNS);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("[]\ndispute,state,lines,disputed,disputed_currency,due,owner\r\n");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("Nothing to show.\n");
  }

  @Test
  void one_asTableHasAColumnALine() {
    plain(Format.TABLE).one(LARGE, COLUMNS);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            DISPUTE   d 2
            STATE     AWAITING_PROVIDER
            LINES     0
            DISPUTED  125000 JPY
            DUE
            OWNER     Bo
            """);
  }

  @Test
  void list_onATerminalIsColouredAndCutToItsWidth() {
    Terminal narrow = new Terminal(stream(out), stream(err), true, 68, 68);
    new Output(narrow, Format.TABLE, ZoneId.of("UTC")).list(List.of(SMALL).iterator(), COLUMNS);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\u001b[1mSTATE\u001b[0m")
        .contains("\u001b[31mOPEN\u001b[0m")
        .contains("=Mia \"the 1\u2026");
  }

  @Test
  void list_onANarrowTerminalLeavesOutTheLastColumnsAndSaysSo() {
    Terminal narrow = new Terminal(stream(out), stream(err), false, 40, 40);
    new Output(narrow, Format.TABLE, ZoneId.of("UTC")).list(List.of(SMALL).iterator(), COLUMNS);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            DISPUTE  STATE  LINES   DISPUTED
            d1       OPEN       0  12.50 USD
            """);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("No room for DUE, OWNER; -o csv shows all.\n");
  }

  @Test
  void list_ofMoreRowsThanAreMeasuredKeepsItsWidths() {
    List<Credit> many =
        Collections.nCopies(1_500, Credit.newBuilder().setName("providers/p/credits/c").build());
    List<Column<Credit>> columns =
        List.of(
            new Column.Name<>("credit", Credit::getName), new Column.Text<>("x", Credit::getLine));
    assertThat(plain(Format.TABLE).list(many.iterator(), columns)).isEqualTo(1_500);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1_501);
  }

  @Test
  void list_stopsWhenNobodyReads() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Output output =
        new Output(Terminal.plain(stream(closed), stream(err)), Format.CSV, ZoneId.of("UTC"));
    assertThatExceptionOfType(OutputClosedException.class)
        .isThrownBy(() -> output.list(List.of(LARGE).iterator(), COLUMNS));
  }

  private Output plain(Format format) {
    return new Output(Terminal.plain(stream(out), stream(err)), format, ZoneId.of("Europe/Berlin"));
  }

  private static PrintStream stream(OutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static Money money(long units, int nanos, String currency) {
    return Money.newBuilder().setUnits(units).setNanos(nanos).setCurrencyCode(currency).build();
  }
}
