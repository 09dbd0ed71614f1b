package dev.redress.ingest;

import dev.redress.identity.CustomerName;
import dev.redress.identity.RequestName;
import dev.redress.request.Request;
import dev.redress.request.RequestStore;
import java.util.List;
import java.util.Map;

/** Stores requests. */
final class RequestTarget implements RowTarget<Request> {
  private final RequestStore requests;
  private final Newcomers<CustomerName> newcomers;

  /** In this store. */
  RequestTarget(RequestStore requests) {
    this.requests = requests;
    this.newcomers = new Newcomers<>(customer -> requests.list(customer, "", 1).isEmpty());
  }

  @Override
  public String noun() {
    return "request";
  }

  @Override
  public Column idColumn() {
    return Column.REQUEST_ID;
  }

  @Override
  public String id(Request row) {
    return row.name().request();
  }

  @Override
  public String key(Request row) {
    return row.customer().customer() + '\n' + id(row);
  }

  @Override
  public CustomerName customer(Request row) {
    return row.customer();
  }

  @Override
  public String resource(Request row) {
    return row.name().toString();
  }

  @Override
  public String contentHash(Request row) {
    return row.contentHash();
  }

  @Override
  public Batch<Request> load(List<Request> rows) {
    List<RequestName> names =
        rows.stream()
            .map(Request::name)
            .filter(name -> !newcomers.contains(name.customer()))
            .toList();
    Map<RequestName, String> stored = names.isEmpty() ? Map.of() : requests.contentHashes(names);
    return new Batch<>() {
      @Override
      public String storedHash(Request row) {
        return stored.getOrDefault(row.name(), "");
      }

      @Override
      public void save(List<Request> created, List<Request> updated) {
        if (!created.isEmpty()) {
          requests.insertAll(created);
        }
        updated.forEach(requests::update);
      }
    };
  }
}
