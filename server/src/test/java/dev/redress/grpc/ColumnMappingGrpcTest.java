package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.ColumnMapping;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.Import;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportServiceGrpc;
import dev.redress.v1.ImportServiceGrpc.ImportServiceStub;
import dev.redress.v1.ListCustomersRequest;
import dev.redress.v1.ListImportsRequest;
import dev.redress.v1.MappingSuggestion;
import dev.redress.v1.MappingSuggestion.Entry;
import dev.redress.v1.SuggestMappingRequest;
import dev.redress.v1.SuggestMappingResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of tools that no format knows, from the look at one to its import. */
class ColumnMappingGrpcTest {
  private static final String FILE =
      """
      Kundennr;Firma;Klasse;Ort
      A;Atlas Dental;gold;Bonn
      B;Birch Law;;Ulm
      Summe;;2;
      """;

  private static final ColumnMapping MAPPING =
      ColumnMapping.newBuilder()
          .addSources(source("customer_id", "kundennr"))
          .addSources(source("name", "Firma", "Ort"))
          .addSources(source("tier", "Klasse"))
          .addConstants(ColumnMapping.Constant.newBuilder().setTarget("phone").setValue("+49 1"))
          .addSkippedRows(
              ColumnMapping.SkippedRow.newBuilder().setColumn("Kundennr").setValue("Summe"))
          .build();

  @ParameterizedTest
  @EnumSource
  void importFile_ofAMapping_readsTheFileAsItSays(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();

    Import done = send(kind, header(provider).setMapping(MAPPING).build());
    Import again = send(kind, header(provider).setMapping(MAPPING).build());

    assertThat(done.getRowsRead()).isEqualTo(2);
    assertThat(done.getRowsCreated()).isEqualTo(2);
    assertThat(again.getRowsUnchanged()).isEqualTo(2);
    assertThat(customers(kind, provider))
        .extracting(Customer::getDisplayName, Customer::getTier, Customer::getPhone)
        .containsExactly(
            tuple("Atlas Dental Bonn", "gold", "+49 1"), tuple("Birch Law Ulm", "", "+49 1"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what is changed       | field
          format is redress       | header.format
          kind is AGREEMENTS      | header.mapping
          no sources              | header.mapping.sources
          an unknown target       | header.mapping.sources[3].target
          a target twice          | header.mapping.sources[3].target
          separator x             | header.mapping.separator
          encoding UTF-7          | header.mapping.encoding
          time of day 25:00       | header.mapping.time_of_day
          an empty value          | header.mapping.constants[1].value
          """)
  void importFile_refusesAMappingByItsField(String change, String field) {
    TestDatabase.Kind kind = TestDatabase.Kind.DERBY;
    ImportHeader.Builder header = header(TestApi.on(kind).newProvider()).setMapping(MAPPING);
    ColumnMapping.Builder mapping = header.getMappingBuilder();
    switch (change) {
      case "format is redress" -> header.setFormat("redress");
      case "kind is AGREEMENTS" -> header.setKind(Import.Kind.AGREEMENTS);
      case "no sources" -> mapping.clearSources();
      case "an unknown target" -> mapping.addSources(source("colour", "Ort"));
      case "a target twice" -> mapping.addSources(source("name", "Ort"));
      case "separator x" -> mapping.setSeparator("x");
      case "encoding UTF-7" -> mapping.setEncoding("UTF-7");
      case "time of day 25:00" -> mapping.setTimeOfDay("25:00");
      default -> mapping.addConstants(ColumnMapping.Constant.newBuilder().setTarget("email"));
    }

    SentFile.refusal(stub(kind)::importFile, SentFile.parts(header.build(), FILE))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, field);
  }

  @Test
  void importFile_refusesAFileWithoutAMappedColumn() {
    TestDatabase.Kind kind = TestDatabase.Kind.DERBY;
    ImportHeader header =
        header(TestApi.on(kind).newProvider())
            .setMapping(MAPPING.toBuilder().addSources(source("email", "E-Mail")))
            .build();

    SentFile.refusal(stub(kind)::importFile, SentFile.parts(header, FILE))
        .assertIs(
            Status.Code.INVALID_ARGUMENT,
            ErrorReason.FILE_HEADER_INVALID,
            "header.mapping.sources[3].columns[0]");
  }

  @ParameterizedTest
  @EnumSource
  void suggestMapping_proposesWhatCanBeUsed_andStoresNothing(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();

    MappingSuggestion suggestion =
        SentFile.send(looking(kind), SentFile.parts(header(provider).build(), FILE))
            .getSuggestion();

    assertThat(suggestion.getColumnsList().stream().filter(Entry::getCertain))
        .extracting(Entry::getKey, Entry::getNote)
        .containsExactly(
            tuple("customer_id", "'A'"), tuple("name", "'Atlas Dental'"), tuple("tier", "'gold'"));
    assertThat(suggestion.getSkippedRowsList()).isEqualTo(MAPPING.getSkippedRowsList());
    assertThat(suggestion.getUnusedColumnsList()).containsExactly("Ort");
    assertThat(
            ImportServiceGrpc.newBlockingStub(TestApi.on(kind).channel())
                .listImports(ListImportsRequest.newBuilder().setParent(provider).build())
                .getImportsList())
        .isEmpty();
  }

  @Test
  void suggestMapping_refusesWhatItDoesNotNeed() {
    TestDatabase.Kind kind = TestDatabase.Kind.DERBY;
    ImportHeader good = header(TestApi.on(kind).newProvider()).build();

    look(kind, good.toBuilder().setStrict(true).build(), FILE)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "header");
    look(kind, good.toBuilder().setMapping(MAPPING).build(), FILE)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "header");
    look(kind, good.toBuilder().setKind(Import.Kind.AGREEMENTS).build(), FILE)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "header.kind");
    look(kind, good.toBuilder().setParent("nobody").build(), FILE)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "header.parent");
    look(kind, good.toBuilder().setParent("providers/nobody").build(), FILE)
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    look(kind, good, "").assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FILE_EMPTY);
    SentFile.refusal(looking(kind), Stream.of(ImportFileRequest.getDefaultInstance()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "part");
  }

  private static List<Customer> customers(TestDatabase.Kind kind, String provider) {
    return CustomerServiceGrpc.newBlockingStub(TestApi.on(kind).channel())
        .listCustomers(ListCustomersRequest.newBuilder().setParent(provider).build())
        .getCustomersList();
  }

  private static Refusal look(TestDatabase.Kind kind, ImportHeader header, String file) {
    return SentFile.refusal(looking(kind), SentFile.parts(header, file));
  }

  private static Function<StreamObserver<SuggestMappingResponse>, StreamObserver<ImportFileRequest>>
      looking(TestDatabase.Kind kind) {
    return answer ->
        new TranslatedStream<>(stub(kind).suggestMapping(answer), ColumnMappingGrpcTest::look);
  }

  private static SuggestMappingRequest look(ImportFileRequest part) {
    return switch (part.getPartCase()) {
      case HEADER -> SuggestMappingRequest.newBuilder().setHeader(part.getHeader()).build();
      case CONTENT -> SuggestMappingRequest.newBuilder().setContent(part.getContent()).build();
      case PART_NOT_SET -> SuggestMappingRequest.getDefaultInstance();
    };
  }

  private static Import send(TestDatabase.Kind kind, ImportHeader header) {
    return SentFile.send(stub(kind)::importFile, SentFile.parts(header, FILE));
  }

  private static ColumnMapping.Source source(String target, String... columns) {
    return ColumnMapping.Source.newBuilder()
        .setTarget(target)
        .addAllColumns(List.of(columns))
        .build();
  }

  private static ImportHeader.Builder header(String provider) {
    return ImportHeader.newBuilder()
        .setParent(provider)
        .setKind(Import.Kind.CUSTOMERS)
        .setFileName("kunden.csv");
  }

  private static ImportServiceStub stub(TestDatabase.Kind kind) {
    return ImportServiceGrpc.newStub(TestApi.on(kind).channel());
  }
}
