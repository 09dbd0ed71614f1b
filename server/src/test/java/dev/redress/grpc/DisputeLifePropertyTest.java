package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import com.google.type.DayOfWeek;
import dev.redress.error.ErrorReason;
import dev.redress.life.Command;
import dev.redress.life.Commands;
import dev.redress.life.Deed;
import dev.redress.life.Paper;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AuthorityLimit;
import dev.redress.v1.AuthorityServiceGrpc;
import dev.redress.v1.BusinessDay;
import dev.redress.v1.BusinessWindow;
import dev.redress.v1.Credit;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.ListCreditsRequest;
import dev.redress.v1.ListEscalationsRequest;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import dev.redress.v1.ProviderSettings;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.SetAuthorityLimitRequest;
import dev.redress.v1.UpdateCustomerRequest;
import dev.redress.v1.UpdateProviderRequest;
import dev.redress.v1.VerifyInvariantsRequest;
import io.grpc.CallOptions;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;

/**
 * Three people do anything at all with the disputes over one invoice, in any order, while time
 * passes and what is due fires. Each answer is the one that is on paper, and all invariants hold
 * after each step.
 */
class DisputeLifePropertyTest {
  private static final int STEPS = 60;
  private static final int TRIES = 12;
  private static final String ACCOUNT_MANAGER = "mia";
  private static final List<String> PEOPLE = List.of(ACCOUNT_MANAGER, "bo", "dana");
  private static final Paper.Terms TERMS = new Paper.Terms(100, 60, 2, ACCOUNT_MANAGER);

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void derby(@ForAll("lives") ActionChain<Office> life) {
    run(life, TestDatabase.Kind.DERBY);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void postgresql(@ForAll("lives") ActionChain<Office> life) {
    run(life, TestDatabase.Kind.POSTGRESQL);
  }

  private static void run(ActionChain<Office> life, TestDatabase.Kind kind) {
    Office.KIND.set(kind);
    life.withInvariant("as on paper, and nothing is broken", Office::check).run();
  }

  @Provide
  Arbitrary<ActionChain<Office>> lives() {
    return ActionChain.startWith(Office::new).withAction(new Step()).withMaxTransformations(STEPS);
  }

  /** Somebody does something, after a while. */
  private static final class Step implements Action.Independent<Office> {
    @Override
    public Arbitrary<Transformer<Office>> transformer() {
      return Combinators.combine(
              Arbitraries.integers().between(0, 9_999),
              Arbitraries.of(PEOPLE),
              // A claim ends after minutes, a dispute closes after days.
              Arbitraries.frequencyOf(
                  Tuple.of(9, Arbitraries.integers().between(0, 30)),
                  Tuple.of(1, Arbitraries.integers().between(0, 5 * 24 * 60))),
              Arbitraries.longs())
          .as(
              (choice, actor, minutes, seed) ->
                  Transformer.mutate(
                      actor + ": choice " + choice + " after " + minutes + " min, seed " + seed,
                      office -> office.take(choice, actor, Duration.ofMinutes(minutes), seed)));
    }
  }

  /** Where they work: a provider with one customer, who is called at any hour, and one invoice. */
  private static final class Office {
    /** Where the next one is. */
    private static final ThreadLocal<TestDatabase.Kind> KIND = new ThreadLocal<>();

    /** Keeps the words of two steps apart, whatever their seeds. */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final TestApi api = TestApi.on(KIND.get());
    private final Billed billed;
    private final Paper paper;
    private long steps;

    Office() {
      String provider = api.newProvider();
      ProviderServiceGrpc.newBlockingStub(api.channel())
          .updateProvider(
              UpdateProviderRequest.newBuilder()
                  .setProvider(
                      Provider.newBuilder()
                          .setName(provider)
                          .setSettings(
                              ProviderSettings.newBuilder()
                                  .setAttemptsMax(TERMS.attemptsMax())
                                  .addAllBusinessDays(allDays())))
                  .setUpdateMask(
                      FieldMask.newBuilder()
                          .addPaths("settings.attempts_max")
                          .addPaths("settings.business_days"))
                  .build());
      billed = Billed.of(api, provider, "ATLAS");
      CustomerServiceGrpc.newBlockingStub(api.channel())
          .updateCustomer(
              UpdateCustomerRequest.newBuilder()
                  .setCustomer(
                      Customer.newBuilder()
                          .setName(billed.customer())
                          .setAccountManager(ACCOUNT_MANAGER))
                  .setUpdateMask(FieldMask.newBuilder().addPaths("account_manager"))
                  .build());
      limit(AuthorityLimit.newBuilder().setRole(AuthorityLimit.Role.CLERK), TERMS.limit());
      limit(AuthorityLimit.newBuilder().setPerson(ACCOUNT_MANAGER), 1_000_000);
      paper = new Paper(TERMS, List.of(billed.line("L1")));
    }

    private void limit(AuthorityLimit.Builder holder, long units) {
      AuthorityServiceGrpc.newBlockingStub(api.channel())
          .setAuthorityLimit(
              SetAuthorityLimitRequest.newBuilder()
                  .setParent(billed.provider())
                  .setAuthorityLimit(holder.setLimit(Billed.usd(units)))
                  .build());
    }

    void take(int choice, String actor, Duration pause, long seed) {
      Instant now = api.advance(pause);
      api.escalate();
      api.close();
      look(now);
      Deed deed = paper.choose(choice);
      Command<?, ?> command =
          new Commands(
                  billed.provider(),
                  PEOPLE,
                  Duration.ofHours(30),
                  new Random(seed + GOLDEN * steps++))
              .of(deed, paper.situation(now), actor);
      Optional<ErrorReason> refusal = paper.refusal(command, now);
      Statistics.label("what was done, and why not")
          .collect(deed, refusal.map(Enum::name).orElse("done"));
      try {
        Command.Done done = command.send(api.channel(), CallOptions.DEFAULT);
        assertThat(refusal).as("%s was done", command.request()).isEmpty();
        paper.note(command, done.answer(), now);
      } catch (StatusRuntimeException e) {
        assertThat(refusal.map(Enum::name))
            .as("%s was refused: %s", command.request(), e.getMessage())
            .hasValue(Refusal.of(e).info().getReason());
      }
      look(now);
    }

    private void look(Instant now) {
      if (paper.isOpened()) {
        paper.look(dispute(now), credits(), now);
      }
    }

    void check() {
      assertThat(
              ReconciliationServiceGrpc.newBlockingStub(api.channel())
                  .verifyInvariants(
                      VerifyInvariantsRequest.newBuilder().setParent(billed.provider()).build())
                  .getChecksList())
          .allSatisfy(check -> assertThat(check.getViolationsList()).isEmpty());
      if (paper.isOpened()) {
        assertThat(paper.asSeen(credits())).isEqualTo(paper.asNoted());
      }
      assertThat(escalations())
          .extracting(each -> each.getSubject() + " " + each.getLevel() + " " + each.getDueTime())
          .doesNotHaveDuplicates();
    }

    private Dispute dispute(Instant now) {
      return DisputeServiceGrpc.newBlockingStub(api.channel())
          .getDispute(
              GetDisputeRequest.newBuilder().setName(paper.situation(now).dispute()).build());
    }

    private List<Credit> credits() {
      return DisputeServiceGrpc.newBlockingStub(api.channel())
          .listCredits(
              ListCreditsRequest.newBuilder()
                  .setParent(billed.provider())
                  .setPageSize(1_000)
                  .build())
          .getCreditsList();
    }

    private List<Escalation> escalations() {
      return EscalationServiceGrpc.newBlockingStub(api.channel())
          .listEscalations(
              ListEscalationsRequest.newBuilder()
                  .setParent(billed.provider())
                  .setPageSize(1_000)
                  .build())
          .getEscalationsList();
    }

    private static List<BusinessDay> allDays() {
      return Stream.of(DayOfWeek.values())
          .filter(day -> day != DayOfWeek.DAY_OF_WEEK_UNSPECIFIED && day != DayOfWeek.UNRECOGNIZED)
          .map(
              day ->
                  BusinessDay.newBuilder()
                      .setDay(day)
                      .addWindows(BusinessWindow.newBuilder().setEndMinutes(24 * 60))
                      .build())
          .toList();
    }
  }
}
