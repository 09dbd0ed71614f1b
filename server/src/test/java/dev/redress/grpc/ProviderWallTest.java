package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.redress.identity.ProviderName;
import dev.redress.v1.BatchCreateRequestsRequest;
import dev.redress.v1.Customer;
import dev.redress.v1.GetCustomerRequest;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ListProvidersRequest;
import dev.redress.v1.Request;
import dev.redress.v1.UpdateCustomerRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For whom a call of the operator is. */
class ProviderWallTest {
  private static final String OWN = "providers/own/customers/ATLAS";
  private static final String OTHER = "providers/other/customers/ATLAS";

  @Test
  void provider_isThatOfTheFirstName() {
    Map<Message, String> messages =
        Map.of(
            GetCustomerRequest.newBuilder().setName(OWN).build(),
            "own",
            UpdateCustomerRequest.newBuilder()
                .setCustomer(Customer.newBuilder().setName(OWN))
                .build(),
            "own",
            BatchCreateRequestsRequest.newBuilder()
                .setParent(OTHER)
                .addRequests(Request.newBuilder().setName(OWN + "/requests/R-1"))
                .build(),
            "other",
            BatchCreateRequestsRequest.newBuilder()
                .setParent("nonsense")
                .addRequests(Request.newBuilder().setName(OWN + "/requests/R-1"))
                .build(),
            "own",
            ImportFileRequest.newBuilder()
                .setHeader(ImportHeader.newBuilder().setParent("providers/own"))
                .build(),
            "own",
            GetCustomerRequest.newBuilder().setName("customers/ATLAS").build(),
            "none",
            ListProvidersRequest.getDefaultInstance(),
            "none");

    messages.forEach(
        (message, expected) ->
            assertThat(ProviderWall.provider(message).map(ProviderName::provider).orElse("none"))
                .as(message.toString())
                .isEqualTo(expected));
  }
}
