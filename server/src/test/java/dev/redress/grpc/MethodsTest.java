package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.redress.access.Permissions;
import dev.redress.v1.AbsenceServiceProto;
import dev.redress.v1.AccessServiceProto;
import dev.redress.v1.AgreementServiceProto;
import dev.redress.v1.AttachmentServiceProto;
import dev.redress.v1.AuditServiceProto;
import dev.redress.v1.AuthorityServiceProto;
import dev.redress.v1.CallbackServiceProto;
import dev.redress.v1.CustomerServiceProto;
import dev.redress.v1.DisputeServiceProto;
import dev.redress.v1.EnvelopeServiceProto;
import dev.redress.v1.EscalationServiceProto;
import dev.redress.v1.EventServiceProto;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportServiceProto;
import dev.redress.v1.InvoiceServiceProto;
import dev.redress.v1.ModelServiceProto;
import dev.redress.v1.NotificationServiceProto;
import dev.redress.v1.PrivacyServiceProto;
import dev.redress.v1.PromiseServiceProto;
import dev.redress.v1.ProviderServiceProto;
import dev.redress.v1.ReconciliationServiceProto;
import dev.redress.v1.ReportServiceProto;
import dev.redress.v1.RequestServiceProto;
import dev.redress.v1.ServerServiceProto;
import dev.redress.v1.ServiceLevelServiceProto;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that every method of the API keeps, those to come included. */
class MethodsTest {
  private static final Pattern READS =
      Pattern.compile(
          "(Get|List|Watch|Explain|Verify|Suggest|Export)[A-Z][A-Za-z]*|ReconcileLine|ReconcileFile");

  static Stream<MethodDescriptor> methods() {
    return Stream.of(
            AbsenceServiceProto.getDescriptor(),
            AccessServiceProto.getDescriptor(),
            AgreementServiceProto.getDescriptor(),
            AttachmentServiceProto.getDescriptor(),
            AuditServiceProto.getDescriptor(),
            AuthorityServiceProto.getDescriptor(),
            CallbackServiceProto.getDescriptor(),
            CustomerServiceProto.getDescriptor(),
            DisputeServiceProto.getDescriptor(),
            EnvelopeServiceProto.getDescriptor(),
            EscalationServiceProto.getDescriptor(),
            EventServiceProto.getDescriptor(),
            ImportServiceProto.getDescriptor(),
            InvoiceServiceProto.getDescriptor(),
            ModelServiceProto.getDescriptor(),
            PrivacyServiceProto.getDescriptor(),
            PromiseServiceProto.getDescriptor(),
            NotificationServiceProto.getDescriptor(),
            ProviderServiceProto.getDescriptor(),
            ReconciliationServiceProto.getDescriptor(),
            ReportServiceProto.getDescriptor(),
            RequestServiceProto.getDescriptor(),
            ServerServiceProto.getDescriptor(),
            ServiceLevelServiceProto.getDescriptor())
        .map(FileDescriptor::getServices)
        .flatMap(services -> services.getFirst().getMethods().stream());
  }

  static Stream<MethodDescriptor> mutations() {
    return methods().filter(method -> !READS.matcher(method.getName()).matches());
  }

  static Stream<MethodDescriptor> lists() {
    return methods().filter(method -> method.getName().startsWith("List"));
  }

  @Test
  void everyMethodIsInTheTableOfPermissions_andNothingElseIs() {
    assertThat(methods().map(MethodDescriptor::getName))
        .containsExactlyInAnyOrderElementsOf(Permissions.methods());
  }

  @Test
  void thereAreTwentyFourServices() {
    assertThat(methods().map(MethodDescriptor::getService).distinct()).hasSize(24);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutations")
  void everyMutationHasARequestId(MethodDescriptor method) {
    Descriptor input =
        method.getName().equals("ImportFile")
            ? ImportHeader.getDescriptor()
            : method.getInputType();

    FieldDescriptor requestId = input.findFieldByName("request_id");

    assertThat(requestId).as("request_id of %s", input.getFullName()).isNotNull();
    assertThat(requestId.getJavaType()).isEqualTo(FieldDescriptor.JavaType.STRING);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void everyListHasPages(MethodDescriptor method) {
    assertThat(method.getInputType().findFieldByName("page_size")).isNotNull();
    assertThat(method.getInputType().findFieldByName("page_token")).isNotNull();
    assertThat(method.getOutputType().findFieldByName("next_page_token")).isNotNull();
  }
}
