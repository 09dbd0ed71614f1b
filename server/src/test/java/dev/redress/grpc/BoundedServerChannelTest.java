package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which connections are accepted; time moves only when it is told to. */
class BoundedServerChannelTest {
  private static final long SECOND = 1_000_000_000L;
  private static final InetSocketAddress ANN = from("192.0.2.1");

  private final AtomicLong now = new AtomicLong();
  private final BoundedServerChannel channel = new BoundedServerChannel(400, now::get);

  @AfterEach
  void close() {
    channel.unsafe().closeForcibly();
  }

  @Test
  void oneAddress_getsAQuarter_andAllTogetherGetNoMoreThanAll() {
    assertThat(takenInTime(ANN)).isEqualTo(100);
    assertThat(takenInTime(from("192.0.2.2"))).isEqualTo(100);
    assertThat(takenInTime(from("192.0.2.3"))).isEqualTo(100);
    assertThat(takenInTime(from("192.0.2.4"))).isEqualTo(100);
    assertThat(taken(from("192.0.2.5"), 1_000)).isZero();
    channel.giveBack(ANN);
    assertThat(taken(from("192.0.2.6"), 1_000)).isOne();
  }

  @Test
  void oneAddress_getsATenthOfTheQuarterorSixteenAtOnce_andATwentyFifthASecond() {
    assertThat(takenAndGivenBack(1_000)).isEqualTo(16);
    now.addAndGet(SECOND);
    assertThat(takenAndGivenBack(1_000)).isEqualTo(4);
    now.addAndGet(100 * SECOND);
    assertThat(takenAndGivenBack(1_000)).isEqualTo(16);
  }

  @Test
  void addressesWithoutAConnection_areForgotten() {
    for (int i = 0; i < 30_000; i++) {
      InetSocketAddress once = from("10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256);
      assertThat(channel.take(once)).isTrue();
      channel.giveBack(once);
    }
    assertThat(taken(ANN, 1_000)).isEqualTo(16);
  }

  /** What it gets who tries for as long as it takes. */
  private long takenInTime(InetSocketAddress from) {
    long taken = 0;
    for (int second = 0; second < 60; second++) {
      taken += taken(from, 1_000);
      now.addAndGet(SECOND);
    }
    return taken;
  }

  private long taken(InetSocketAddress from, int tries) {
    return IntStream.range(0, tries).filter(_ -> channel.take(from)).count();
  }

  private long takenAndGivenBack(int tries) {
    long taken = 0;
    for (int i = 0; i < tries; i++) {
      if (channel.take(ANN)) {
        taken++;
        channel.giveBack(ANN);
      }
    }
    return taken;
  }

  private static InetSocketAddress from(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 4_711);
  }
}
