package dev.redress.request;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps requests. */
public interface RequestStore {

  /** The request, if there is one of this name. */
  Optional<Request> find(RequestName name);

  /** Requests of a customer whose id sorts after {@code afterId}, by id, at most so many. */
  List<Request> list(CustomerName customer, String afterId, int countMax);

  /** All requests of a customer, by id. */
  List<Request> all(CustomerName customer);

  /** The customers who have a request of this id, at most two, by id. */
  List<CustomerName> customersOf(ProviderName provider, String requestId);

  /** The content hashes of those of these requests that are stored; at most 1,000 are asked. */
  Map<RequestName, String> contentHashes(Collection<RequestName> names);

  /**
   * Stores new requests.
   *
   * @throws dev.redress.error.RedressException {@code RESOURCE_EXISTS} when an id is taken
   */
  void insertAll(List<Request> requests);

  /** Replaces the content of a stored request. */
  void update(Request request);
}
