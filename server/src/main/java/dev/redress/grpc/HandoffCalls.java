package dev.redress.grpc;

import com.google.protobuf.Message;
import dev.redress.customer.ProviderService;
import dev.redress.handoff.HandoffAction;
import dev.redress.handoff.HandoffState;
import dev.redress.handoff.HandoffStore.HandoffFilter;
import dev.redress.identity.Actor;
import dev.redress.identity.DisputeName;
import dev.redress.identity.HandoffName;
import dev.redress.identity.ProviderName;
import dev.redress.resolution.HandoffService;
import dev.redress.resolution.HandoffService.Briefed;
import dev.redress.v1.AcceptHandoffRequest;
import dev.redress.v1.CancelHandoffRequest;
import dev.redress.v1.DeclineHandoffRequest;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.GetHandoffRequest;
import dev.redress.v1.HandOffDisputeRequest;
import dev.redress.v1.Handoff;
import dev.redress.v1.HandoffAnswer;
import dev.redress.v1.ListHandoffsRequest;
import dev.redress.v1.ListHandoffsResponse;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** The calls of {@code redress.v1.DisputeService} by which disputes change hands. */
final class HandoffCalls {
  private static final SequencedSet<String> FIELDS = Filter.fields("state", "dispute", "receiver");

  private final HandoffService handoffs;
  private final ProviderService providers;
  private final Mutations mutations;

  HandoffCalls(HandoffService handoffs, ProviderService providers, Mutations mutations) {
    this.handoffs = handoffs;
    this.providers = providers;
    this.mutations = mutations;
  }

  Handoff handOff(DisputeName dispute, HandOffDisputeRequest request) {
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    String receiver = new Field("receiver").requiredText(request.getReceiver(), Field.SHORT_MAX);
    String reason = new Field("reason").requiredText(request.getReason(), Field.COMMENT_MAX);
    String note = new Field("note").text(request.getNote(), Field.COMMENT_MAX);
    Actor actor = CallContext.actor();
    return mutations.run(
        dispute.provider(),
        DisputeServiceGrpc.getHandOffDisputeMethod(),
        request,
        () -> toProto(handoffs.ask(dispute, seen, receiver, reason, note, actor)).build());
  }

  Handoff accept(AcceptHandoffRequest request) {
    return answer(
        DisputeServiceGrpc.getAcceptHandoffMethod(),
        request,
        name(request.getName()),
        Etags.version(request.getEtag(), request.getName()),
        HandoffAction.ACCEPT,
        new Field("note").text(request.getNote(), Field.COMMENT_MAX));
  }

  Handoff decline(DeclineHandoffRequest request) {
    return answer(
        DisputeServiceGrpc.getDeclineHandoffMethod(),
        request,
        name(request.getName()),
        Etags.version(request.getEtag(), request.getName()),
        HandoffAction.DECLINE,
        new Field("reason").requiredText(request.getReason(), Field.COMMENT_MAX));
  }

  Handoff cancel(CancelHandoffRequest request) {
    return answer(
        DisputeServiceGrpc.getCancelHandoffMethod(),
        request,
        name(request.getName()),
        Etags.version(request.getEtag(), request.getName()),
        HandoffAction.CANCEL,
        new Field("note").text(request.getNote(), Field.COMMENT_MAX));
  }

  Handoff get(GetHandoffRequest request) {
    Briefed briefed = handoffs.get(name(request.getName()));
    return toProto(briefed.handoff()).setBrief(briefed.brief()).build();
  }

  ListHandoffsResponse list(ListHandoffsRequest request) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Filter filter = Filter.parse(request.getFilter(), FIELDS);
    HandoffFilter wanted =
        new HandoffFilter(
            filter.constant("state", HandoffState.class),
            filter.text("dispute"),
            filter.text("receiver"));
    Page page =
        Page.of(
            "ListHandoffs",
            provider.toString(),
            request.getFilter(),
            request.getPageSize(),
            request.getPageToken());
    providers.get(provider);
    List<dev.redress.handoff.Handoff> rows =
        handoffs.list(provider, wanted, page.afterId(), page.countMax());
    Page.Part<Handoff> part =
        page.partById(rows, row -> toProto(row).build(), row -> row.name().handoff());
    return ListHandoffsResponse.newBuilder()
        .addAllHandoffs(part.messages())
        .setNextPageToken(part.nextPageToken())
        .build();
  }

  private <R extends Message> Handoff answer(
      MethodDescriptor<R, Handoff> method,
      R request,
      HandoffName name,
      @Nullable Long seen,
      HandoffAction action,
      String said) {
    Actor actor = CallContext.actor();
    return mutations.run(
        name.provider(),
        method,
        request,
        () -> toProto(handoffs.answer(name, seen, action, said, actor)).build());
  }

  private static HandoffName name(String name) {
    return new Field("name").name(HandoffName::parse, name);
  }

  private static Handoff.Builder toProto(dev.redress.handoff.Handoff handoff) {
    Handoff.Builder proto =
        Handoff.newBuilder()
            .setName(handoff.name().toString())
            .setDispute(handoff.dispute().toString())
            .setOrdinal(handoff.ordinal())
            .setState(Constants.toProto(handoff.state(), Handoff.State.class))
            .setSender(handoff.sender())
            .setReceiver(handoff.receiver())
            .setReason(handoff.reason())
            .setNote(handoff.note())
            .setActor(handoff.asker().name())
            .setCreateTime(TimeProtos.toProto(handoff.createTime()))
            .setDueTime(TimeProtos.toProto(handoff.dueTime()))
            .setEtag(Etags.of(handoff.version()));
    dev.redress.handoff.Handoff.Answer answer = handoff.answer();
    if (answer != null) {
      proto.setAnswer(
          HandoffAnswer.newBuilder()
              .setActor(answer.actor().name())
              .setCreateTime(TimeProtos.toProto(answer.time()))
              .setNote(answer.note()));
    }
    return proto;
  }
}
