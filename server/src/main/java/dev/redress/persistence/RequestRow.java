package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import dev.redress.request.Request;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table request. */
record RequestRow(
    String providerId,
    String customerId,
    String requestId,
    Instant openTime,
    @Nullable Instant closeTime,
    String summary,
    String description,
    String requester,
    String assignee,
    String requestType,
    String status,
    String component,
    String attributes,
    String contentHash) {

  static RequestRow of(Request request) {
    return new RequestRow(
        request.name().provider().provider(),
        request.customer().customer(),
        request.name().request(),
        request.openedAt(),
        request.closedAt(),
        request.summary(),
        request.description(),
        request.requester(),
        request.assignee(),
        request.type(),
        request.status(),
        request.component(),
        AttributesJson.write(request.attributes()),
        request.contentHash());
  }

  Request toRequest() {
    return new Request(
        new RequestName(new CustomerName(new ProviderName(providerId), customerId), requestId),
        openTime,
        closeTime,
        summary,
        description,
        requester,
        assignee,
        requestType,
        status,
        component,
        AttributesJson.read(attributes));
  }
}
