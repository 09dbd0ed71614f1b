package dev.redress.grpc;

import dev.redress.customer.ProviderService;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Anchor;
import dev.redress.journal.AuditService;
import dev.redress.journal.AuditService.Audited;
import dev.redress.v1.AuditServiceGrpc;
import dev.redress.v1.GetJournalAnchorRequest;
import dev.redress.v1.JournalAnchor;
import dev.redress.v1.JournalBreak;
import dev.redress.v1.VerifyJournalRequest;
import dev.redress.v1.VerifyJournalResponse;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** {@code redress.v1.AuditService}. */
public final class AuditGrpcService extends AuditServiceGrpc.AuditServiceImplBase {
  private static final int ANCHORS_MAX = 1_000;

  private final AuditService audits;
  private final ProviderService providers;
  private final InstantSource clock;

  /** Over the use cases. */
  public AuditGrpcService(AuditService audits, ProviderService providers, InstantSource clock) {
    this.audits = audits;
    this.providers = providers;
    this.clock = clock;
  }

  /** Refuses by {@code NAME_INVALID} or {@code PROVIDER_NOT_FOUND}. */
  @Override
  public void getJournalAnchor(
      GetJournalAnchorRequest request, StreamObserver<JournalAnchor> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    providers.get(provider);
    Answers.send(observer, toProto(provider, audits.anchor(provider), clock.instant()));
  }

  /** Refuses by {@code NAME_INVALID}, {@code PROVIDER_NOT_FOUND} or {@code FIELD_INVALID}. */
  @Override
  public void verifyJournal(
      VerifyJournalRequest request, StreamObserver<VerifyJournalResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    List<Anchor> anchors = anchors(provider, request.getAnchorsList());
    providers.get(provider);
    Instant now = clock.instant();
    Audited audited = audits.verify(provider, anchors);
    VerifyJournalResponse.Builder answer =
        VerifyJournalResponse.newBuilder()
            .setEventCount(audited.count())
            .setLast(toProto(provider, audited.last(), now));
    audited
        .breaks()
        .forEach(
            found ->
                answer.addBreaks(
                    JournalBreak.newBuilder()
                        .setSequence(found.sequence())
                        .setKind(Constants.toProto(found.kind(), JournalBreak.Kind.class))
                        .setSentence(found.sentence())));
    Answers.send(observer, answer.build());
  }

  private static List<Anchor> anchors(ProviderName provider, List<JournalAnchor> given) {
    Field field = new Field("anchors");
    List<Anchor> anchors = new ArrayList<>();
    for (JournalAnchor anchor : field.list(given, 0, ANCHORS_MAX)) {
      Field at = field.at(anchors.size());
      if (!anchor.getProvider().equals(provider.toString())) {
        throw at.child("provider").invalid("is not " + provider);
      }
      anchors.add(at.checked(() -> new Anchor(anchor.getSequence(), anchor.getHash())));
    }
    return anchors;
  }

  private static JournalAnchor toProto(ProviderName provider, Anchor anchor, Instant now) {
    return JournalAnchor.newBuilder()
        .setProvider(provider.toString())
        .setSequence(anchor.sequence())
        .setHash(anchor.hash())
        .setCreateTime(TimeProtos.toProto(now))
        .build();
  }
}
