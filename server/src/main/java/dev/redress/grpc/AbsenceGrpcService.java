package dev.redress.grpc;

import com.google.protobuf.Empty;
import dev.redress.absence.AbsenceService;
import dev.redress.absence.AbsenceStore.AbsenceFilter;
import dev.redress.customer.ProviderService;
import dev.redress.idempotency.Retries;
import dev.redress.identity.AbsenceName;
import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.v1.Absence;
import dev.redress.v1.AbsenceServiceGrpc;
import dev.redress.v1.CreateAbsenceRequest;
import dev.redress.v1.DeleteAbsenceRequest;
import dev.redress.v1.GetAbsenceRequest;
import dev.redress.v1.ListAbsencesRequest;
import dev.redress.v1.ListAbsencesResponse;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import java.util.SequencedSet;

/** {@code redress.v1.AbsenceService}. */
public final class AbsenceGrpcService extends AbsenceServiceGrpc.AbsenceServiceImplBase {
  private static final SequencedSet<String> FIELDS = Filter.fields("ended", "person");

  private final AbsenceService absences;
  private final ProviderService providers;
  private final Mutations mutations;

  /** Over the use cases. */
  public AbsenceGrpcService(AbsenceService absences, ProviderService providers, Retries retries) {
    this.absences = absences;
    this.providers = providers;
    this.mutations = new Mutations(retries);
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code NAME_INVALID}, {@code PROVIDER_NOT_FOUND}, {@code
   * RESOURCE_EXISTS}, {@code ABSENCE_OVERLAPS} or {@code TOO_LARGE}.
   */
  @Override
  public void createAbsence(CreateAbsenceRequest request, StreamObserver<Absence> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Absence given = request.getAbsence();
    Field field = new Field("absence");
    String person = field.child("person").requiredText(given.getPerson(), Field.SHORT_MAX);
    Instant from = TimeProtos.fromProto(field.child("from_time"), given.getFromTime());
    Instant until = TimeProtos.fromProto(field.child("until_time"), given.getUntilTime());
    String deputy = field.child("deputy").text(given.getDeputy(), Field.SHORT_MAX);
    String note = field.child("note").text(given.getNote(), Field.COMMENT_MAX);
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            provider,
            AbsenceServiceGrpc.getCreateAbsenceMethod(),
            request,
            () -> {
              providers.get(provider);
              return AbsenceProtos.toProto(
                  absences.create(
                      provider, request.getAbsenceId(), person, from, until, deputy, note, actor));
            }));
  }

  /** Refuses by {@code NAME_INVALID} or {@code ABSENCE_NOT_FOUND}. */
  @Override
  public void getAbsence(GetAbsenceRequest request, StreamObserver<Absence> observer) {
    AbsenceName name = new Field("name").name(AbsenceName::parse, request.getName());
    Answers.send(observer, AbsenceProtos.toProto(absences.get(name)));
  }

  /**
   * Refuses by {@code FILTER_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}.
   */
  @Override
  public void listAbsences(
      ListAbsencesRequest request, StreamObserver<ListAbsencesResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Filter filter = Filter.parse(request.getFilter(), FIELDS);
    AbsenceFilter wanted = new AbsenceFilter(filter.flag("ended"), filter.text("person"));
    Page page =
        Page.of(
            "ListAbsences",
            provider.toString(),
            request.getFilter(),
            request.getPageSize(),
            request.getPageToken());
    providers.get(provider);
    List<dev.redress.absence.Absence> rows =
        absences.list(provider, wanted, page.afterId(), page.countMax());
    Page.Part<Absence> part =
        page.partById(rows, AbsenceProtos::toProto, row -> row.name().absence());
    Answers.send(
        observer,
        ListAbsencesResponse.newBuilder()
            .addAllAbsences(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /** Refuses by {@code NAME_INVALID} or {@code ABSENCE_NOT_FOUND}. */
  @Override
  public void deleteAbsence(DeleteAbsenceRequest request, StreamObserver<Empty> observer) {
    AbsenceName name = new Field("name").name(AbsenceName::parse, request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            AbsenceServiceGrpc.getDeleteAbsenceMethod(),
            request,
            () -> {
              absences.delete(name, actor);
              return Empty.getDefaultInstance();
            }));
  }
}
