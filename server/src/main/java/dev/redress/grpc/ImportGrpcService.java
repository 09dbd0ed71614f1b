package dev.redress.grpc;

import dev.redress.customer.ProviderService;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.ContentHash;
import dev.redress.identity.ImportName;
import dev.redress.identity.ProviderName;
import dev.redress.ingest.FileImport;
import dev.redress.ingest.ImportProblem;
import dev.redress.ingest.ImportProgress;
import dev.redress.ingest.ImportService;
import dev.redress.ingest.Upload;
import dev.redress.v1.GetImportRequest;
import dev.redress.v1.Import;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportServiceGrpc;
import dev.redress.v1.ListImportsRequest;
import dev.redress.v1.ListImportsResponse;
import dev.redress.v1.ListProblemsRequest;
import dev.redress.v1.ListProblemsResponse;
import dev.redress.v1.SuggestMappingRequest;
import dev.redress.v1.SuggestMappingResponse;
import io.grpc.stub.StreamObserver;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** {@code redress.v1.ImportService}. */
public final class ImportGrpcService extends ImportServiceGrpc.ImportServiceImplBase {
  private final ImportService imports;
  private final ProviderService providers;
  private final Mutations mutations;

  /** Over the use cases. */
  public ImportGrpcService(ImportService imports, ProviderService providers, Retries retries) {
    this.imports = imports;
    this.providers = providers;
    this.mutations = new Mutations(retries);
  }

  /** See {@link ImportReceiver}. The answer comes when the file is stored, or not at all. */
  @Override
  public StreamObserver<ImportFileRequest> importFile(StreamObserver<Import> observer) {
    Actor actor = CallContext.actor();
    return ImportReceiver.start(
        observer, header -> imports.begin(ImportProtos.fromProto(header), actor), this::store);
  }

  private Import store(Upload complete, ImportHeader header) {
    String content =
        ContentHash.of(HexFormat.of().formatHex(header.toByteArray()), complete.contentSha256());
    return mutations.run(
        complete.name().provider(),
        ImportServiceGrpc.getImportFileMethod(),
        header.getRequestId(),
        content,
        () -> ImportProtos.toProto(complete.finish()));
  }

  /** Looks at a file and stores nothing; refuses as {@link #importFile} does. */
  @Override
  public StreamObserver<SuggestMappingRequest> suggestMapping(
      StreamObserver<SuggestMappingResponse> observer) {
    Actor actor = CallContext.actor();
    return new TranslatedStream<>(
        ImportReceiver.start(
            observer,
            header -> imports.beginLook(MappingProtos.lookFromProto(header), actor),
            (complete, _) ->
                SuggestMappingResponse.newBuilder()
                    .setSuggestion(MappingProtos.toProto(complete.suggest()))
                    .build()),
        MappingProtos::part);
  }

  /**
   * One that this server is reading now, or a finished one; another server does not know of the
   * former. Refuses by {@code NAME_INVALID} or {@code IMPORT_NOT_FOUND}.
   */
  @Override
  public void getImport(GetImportRequest request, StreamObserver<Import> observer) {
    ImportName name = new Field("name").name(ImportName::parse, request.getName());
    Answers.send(observer, ImportProtos.toProto(find(name)));
  }

  /**
   * Finished ones only. Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code
   * PROVIDER_NOT_FOUND}.
   */
  @Override
  public void listImports(
      ListImportsRequest request, StreamObserver<ListImportsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Page page =
        Page.of(
            "ListImports", provider.toString(), "", request.getPageSize(), request.getPageToken());
    providers.get(provider);
    List<FileImport> rows = imports.list(provider, page.afterId(), page.countMax());
    Page.Part<Import> part =
        page.partById(rows, ImportProtos::toProto, row -> row.name().importId());
    Answers.send(
        observer,
        ListImportsResponse.newBuilder()
            .addAllImports(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /** Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code IMPORT_NOT_FOUND}. */
  @Override
  public void listProblems(
      ListProblemsRequest request, StreamObserver<ListProblemsResponse> observer) {
    ImportName name = new Field("parent").name(ImportName::parse, request.getParent());
    Page page =
        Page.of("ListProblems", name.toString(), "", request.getPageSize(), request.getPageToken());
    int from = page.position().isEmpty() ? 0 : ordinal(page.afterId());
    find(name);
    List<ImportProblem> rows = imports.problems(name, from, page.countMax());
    // Problems have no key of their own: they are known by how many come before them.
    List<Integer> ordinals = IntStream.range(from, from + rows.size()).boxed().toList();
    Page.Part<dev.redress.v1.ImportProblem> part =
        page.partById(
            ordinals,
            ordinal -> ImportProtos.toProto(rows.get(ordinal - from)),
            ordinal -> Integer.toString(ordinal + 1));
    Answers.send(
        observer,
        ListProblemsResponse.newBuilder()
            .addAllProblems(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  private FileImport find(ImportName name) {
    return imports
        .running(name)
        .map(ImportProgress::soFar)
        .or(() -> imports.find(name))
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.IMPORT_NOT_FOUND,
                    "there is no import " + name + "; it may still be on its way",
                    Map.of("import", name.toString())));
  }

  private static int ordinal(String key) {
    try {
      return Math.max(0, Integer.parseInt(key));
    } catch (NumberFormatException e) {
      throw Page.invalidToken();
    }
  }
}
