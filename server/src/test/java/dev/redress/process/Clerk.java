package dev.redress.process;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import dev.redress.life.Command;
import dev.redress.life.Commands;
import dev.redress.life.Deed;
import dev.redress.life.Situation;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.Handoff;
import dev.redress.v1.ListCreditsRequest;
import dev.redress.v1.LogAttemptResponse;
import dev.redress.v1.Promise;
import dev.redress.v1.RescheduleCallbackResponse;
import io.grpc.CallOptions;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Somebody who does one thing after the other, with disputes that others work on, too. Mostly what
 * fits the state in which a dispute was seen last, and sometimes anything.
 */
final class Clerk implements Callable<Void> {
  private static final int DEADLINE_SECONDS = 15;
  private static final long PAUSE_MILLIS = 50;
  private static final int SENSIBLE_PERCENT = 85;
  private static final int JOIN_PERCENT = 10;

  /** Soon enough for escalations to fire while servers are killed. */
  private static final Duration DATES_WITHIN = Duration.ofSeconds(90);

  private final String name;
  private final TwoServers servers;
  private final String provider;
  private final Desk desk;
  private final Ledger ledger;
  private final SplittableRandom random;
  private final Commands commands;
  private int server;

  /**
   * Works on a desk.
   *
   * @param server which of the servers is asked first
   */
  Clerk(
      String name,
      List<String> colleagues,
      TwoServers servers,
      String provider,
      Desk desk,
      Ledger ledger,
      int server,
      long seed) {
    this.name = name;
    this.servers = servers;
    this.provider = provider;
    this.desk = desk;
    this.ledger = ledger;
    this.server = server;
    random = new SplittableRandom(seed);
    commands = new Commands(provider, colleagues, DATES_WITHIN, random);
  }

  @Override
  public Void call() {
    try {
      while (!ledger.isFull()) {
        step();
      }
      return null;
    } finally {
      // Where one fails nobody need go on.
      ledger.close();
    }
  }

  private void step() {
    Desk.Case file = desk.any(random);
    Situation at = file.situation(Instant.now());
    Command<?, ?> command = commands.of(deed(file.state()), at, name);
    send(command).ifPresentOrElse(answer -> note(file, answer), () -> look(file, at));
  }

  private Deed deed(Dispute.State state) {
    boolean ended = state == Dispute.State.STATE_UNSPECIFIED || state == Dispute.State.CLOSED;
    if (ended || random.nextInt(100) < JOIN_PERCENT) {
      return Deed.OPEN_OR_JOIN;
    }
    boolean sensible = random.nextInt(100) < SENSIBLE_PERCENT;
    List<Deed> deeds = sensible ? Deed.fitting(state) : List.of(Deed.values());
    return deeds.get(random.nextInt(deeds.size()));
  }

  /** The answer, however long it takes; empty when the call was refused. */
  private Optional<Message> send(Command<?, ?> command) {
    while (true) {
      try {
        Command.Done done =
            command.send(
                servers.channel(server),
                CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS));
        ledger.done(done.changes());
        return Optional.of(done.answer());
      } catch (StatusRuntimeException e) {
        if (isAnswer(e)) {
          ledger.refused(reason(e));
          return Optional.empty();
        }
        server++;
        pause();
      }
    }
  }

  /** Not so when nobody knows what became of the call: it is sent once more. */
  private static boolean isAnswer(StatusRuntimeException e) {
    return switch (e.getStatus().getCode()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, RESOURCE_EXHAUSTED -> false;
      case ABORTED -> !reason(e).equals("CONCURRENT_CHANGE");
      case UNKNOWN, INTERNAL, DATA_LOSS, UNIMPLEMENTED ->
          throw new IllegalStateException("no call may end like this", e);
      default -> true;
    };
  }

  private static String reason(StatusRuntimeException e) {
    com.google.rpc.Status status = StatusProto.fromThrowable(e);
    return (status == null ? List.<Any>of() : status.getDetailsList())
        .stream()
            .filter(detail -> detail.is(ErrorInfo.class))
            .map(Clerk::info)
            .map(ErrorInfo::getReason)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a refusal without a reason", e));
  }

  private static ErrorInfo info(Any detail) {
    try {
      return detail.unpack(ErrorInfo.class);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private void note(Desk.Case file, Message answer) {
    switch (answer) {
      case Dispute dispute -> {
        file.see(dispute);
        if (dispute.getState() == Dispute.State.RESOLVED) {
          findCredits(file, dispute.getName());
        }
      }
      case LogAttemptResponse logged -> {
        file.follows(logged.getSuccessor().getName());
        logged.getPromisesList().stream().map(Promise::getName).forEach(file::promised);
      }
      case Handoff handoff -> file.asked(handoff.getName());
      case RescheduleCallbackResponse moved -> file.follows(moved.getSuccessor().getName());
      default -> {
        // Claims, credits and promises lead to nothing new.
      }
    }
  }

  /** Looks at a dispute once more, as somebody does whose call was refused. */
  private void look(Desk.Case file, Situation at) {
    if (!at.dispute().isEmpty()) {
      read(() ->
              DisputeServiceGrpc.newBlockingStub(servers.channel(server))
                  .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                  .getDispute(GetDisputeRequest.newBuilder().setName(at.dispute()).build()))
          .ifPresent(file::see);
    }
  }

  private void findCredits(Desk.Case file, String dispute) {
    String id = dispute.substring(dispute.lastIndexOf('/') + 1);
    read(() ->
            DisputeServiceGrpc.newBlockingStub(servers.channel(server))
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .listCredits(
                    ListCreditsRequest.newBuilder()
                        .setParent(provider)
                        .setFilter("dispute = \"" + id + "\"")
                        .build()))
        .ifPresent(credits -> file.sees(credits.getCreditsList()));
  }

  /** Empty when the server is gone: the next call will find the other. */
  private <T> Optional<T> read(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (StatusRuntimeException e) {
      if (isAnswer(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
