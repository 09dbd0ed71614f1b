package dev.redress.persistence;

import dev.redress.finding.Elsewhere;
import dev.redress.finding.Elsewhere.Meant;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.LaborLine;
import dev.redress.reconciliation.ElsewhereStore;
import dev.redress.time.Hours;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at other customers in the database, a whole customer at a time. */
public final class MyBatisElsewhereStore implements ElsewhereStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisElsewhereStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Elsewhere read(CustomerName name, Hours dayHoursMax) {
    ProviderName provider = name.provider();
    String providerId = provider.provider();
    String customerId = name.customer();
    return transactions.run(
        () -> {
          List<BilledElsewhereRow> billed =
              call(mapper -> mapper.billed(providerId, customerId, dayHoursMax.tenThousandths()));
          List<LoggedElsewhereRow> logged = call(mapper -> mapper.logged(providerId, customerId));
          List<MeantElsewhereRow> named = call(mapper -> mapper.named(providerId, customerId));
          List<MeantElsewhereRow> alike =
              call(
                  mapper ->
                      mapper.alike(
                          providerId, customerId, Elsewhere.ROUNDED_UP_MAX.tenThousandths()));
          return new Elsewhere(
              billed.stream().map(row -> row.toBilled(provider)).toList(),
              logged.stream().map(row -> row.toLogged(provider)).toList(),
              Stream.concat(
                      named.stream().map(row -> row.toMeant(name, true)),
                      alike.stream().map(row -> row.toMeant(name, false)))
                  .toList());
        });
  }

  @Override
  public Elsewhere around(CustomerName customer, Collection<LaborLine> lines) {
    String providerId = customer.provider().provider();
    String customerId = customer.customer();
    List<LaborLine> ofSomebody =
        lines.stream().filter(line -> !line.technician().isEmpty()).toList();
    Set<TechnicianDayRow> days =
        ofSomebody.stream().map(MyBatisElsewhereStore::day).collect(Collectors.toSet());
    Set<String> references =
        lines.stream()
            .map(LaborLine::reference)
            .filter(reference -> !reference.isEmpty())
            .collect(Collectors.toSet());
    return transactions.run(
        () ->
            new Elsewhere(
                inChunks(days, (mapper, some) -> mapper.billedOn(providerId, customerId, some))
                    .stream()
                    .map(row -> row.toBilled(customer.provider()))
                    .toList(),
                List.of(),
                Stream.concat(
                        named(
                            lines,
                            inChunks(
                                references,
                                (mapper, some) ->
                                    mapper.requestsNamed(providerId, customerId, some))),
                        alike(
                            ofSomebody,
                            inChunks(
                                days,
                                (mapper, some) -> mapper.entriesOn(providerId, customerId, some))))
                    .toList()));
  }

  private static Stream<Meant> named(
      Collection<LaborLine> lines, List<RequestElsewhereRow> requests) {
    Map<String, List<RequestElsewhereRow>> byId =
        requests.stream().collect(Collectors.groupingBy(RequestElsewhereRow::requestId));
    return lines.stream()
        .flatMap(
            line ->
                byId.getOrDefault(line.reference(), List.of()).stream()
                    .map(
                        row ->
                            meant(
                                line, row.customerId(), row.requestId(), true, row.summary(), "")));
  }

  private static Stream<Meant> alike(Collection<LaborLine> lines, List<EntryElsewhereRow> entries) {
    Map<TechnicianDayRow, List<EntryElsewhereRow>> byDay =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    row -> new TechnicianDayRow(row.technician(), row.workDate())));
    return lines.stream()
        .flatMap(
            line ->
                byDay.getOrDefault(day(line), List.of()).stream()
                    .filter(row -> row.isLike(line))
                    .map(
                        row ->
                            meant(
                                line,
                                row.customerId(),
                                row.requestId(),
                                false,
                                row.summary(),
                                row.notes())));
  }

  private static Meant meant(
      LaborLine line,
      String otherId,
      String requestId,
      boolean isNamed,
      String summary,
      String notes) {
    return new MeantElsewhereRow(
            line.name().invoice().invoice(), line.name().line(), otherId, requestId, summary, notes)
        .toMeant(line.customer(), isNamed);
  }

  private static TechnicianDayRow day(LaborLine line) {
    return new TechnicianDayRow(line.technician(), line.workDate());
  }

  /** What a statement gives for keys, each once. */
  private <K, R> List<R> inChunks(
      Collection<K> keys, BiFunction<ElsewhereMapper, List<K>, List<R>> statement) {
    return KeyChunks.of(keys, transactions.keysMax()).stream()
        .flatMap(some -> call(mapper -> statement.apply(mapper, some)).stream())
        .toList();
  }

  private <T> T call(Function<ElsewhereMapper, T> statement) {
    return transactions.call(ElsewhereMapper.class, statement);
  }
}
