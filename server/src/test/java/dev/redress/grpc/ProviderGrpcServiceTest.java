package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.type.Date;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.BusinessDay;
import dev.redress.v1.BusinessWindow;
import dev.redress.v1.CreateProviderRequest;
import dev.redress.v1.GetProviderRequest;
import dev.redress.v1.ListProvidersRequest;
import dev.redress.v1.ListProvidersResponse;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import dev.redress.v1.ProviderServiceGrpc.ProviderServiceBlockingStub;
import dev.redress.v1.ProviderSettings;
import dev.redress.v1.UpdateProviderRequest;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderGrpcServiceTest {
  private static final Provider NAMED = Provider.newBuilder().setDisplayName("Nimbus IT").build();

  @ParameterizedTest
  @EnumSource
  void create_takesDefaultsForWhatIsNotSaid(TestDatabase.Kind kind) {
    Provider created = stub(kind).createProvider(create("defaults", NAMED));

    assertThat(created.getName()).isEqualTo("providers/defaults");
    assertThat(created.getSettings())
        .isEqualTo(
            ProviderSettings.newBuilder()
                .setDefaultOwner("account-manager")
                .addBusinessWindows(
                    BusinessWindow.newBuilder().setStartMinutes(540).setEndMinutes(1020))
                .setFirstCallbackDays(1)
                .setAttemptGap(Duration.newBuilder().setSeconds(4 * 3600))
                .setAttemptsMax(5)
                .setCoolingOffDays(5)
                .setHoldDays(60)
                .setResolutionTarget(Duration.newBuilder().setSeconds(40 * 3600))
                .addAllBusinessDays(
                    mondayToFriday(
                        BusinessWindow.newBuilder().setStartMinutes(540).setEndMinutes(1020)))
                .build());
    assertThat(created.getEtag()).isNotEmpty();
    assertThat(stub(kind).getProvider(get("providers/defaults"))).isEqualTo(created);
  }

  @ParameterizedTest
  @EnumSource
  void create_keepsWhatIsSaid(TestDatabase.Kind kind) {
    ProviderSettings settings =
        ProviderSettings.newBuilder()
            .setDefaultOwner("Mia Müller")
            .addBusinessWindows(BusinessWindow.newBuilder().setStartMinutes(0).setEndMinutes(720))
            .addBusinessWindows(
                BusinessWindow.newBuilder().setStartMinutes(780).setEndMinutes(1440))
            .setFirstCallbackDays(3)
            .setAttemptGap(Duration.newBuilder().setSeconds(900))
            .setAttemptsMax(20)
            .setCoolingOffDays(60)
            .setHoldDays(365)
            .setResolutionTarget(Duration.newBuilder().setSeconds(400 * 3600))
            .setRequestLogCompleteFrom(Date.newBuilder().setYear(2024).setMonth(2).setDay(29))
            .build();

    Provider created =
        stub(kind).createProvider(create("said", NAMED.toBuilder().setSettings(settings).build()));

    assertThat(created.getSettings())
        .isEqualTo(
            settings.toBuilder()
                .addAllBusinessDays(
                    mondayToFriday(
                        settings.getBusinessWindows(0).toBuilder(),
                        settings.getBusinessWindows(1).toBuilder()))
                .build());
    assertThat(stub(kind).getProvider(get("providers/said"))).isEqualTo(created);
  }

  @ParameterizedTest
  @EnumSource
  void create_refusesTakenIds(TestDatabase.Kind kind) {
    stub(kind).createProvider(create("taken", NAMED));

    Refusal.of(() -> stub(kind).createProvider(create("taken", NAMED)))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.RESOURCE_EXISTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "UPPER", "1a", "a-", "a b", "a/b", "ä", "a\0", "-a"})
  void create_refusesIds(String id) {
    Refusal.of(() -> stub(TestDatabase.Kind.DERBY).createProvider(create(id, NAMED)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "provider_id");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what is wrong             | owner | start | end  | days | gap s  | attempts | field
          days above 3                | mia   | 540   | 1020 | 4    | 14400  | 5        | provider.settings.first_callback_days
          negative days               | mia   | 540   | 1020 | -1   | 14400  | 5        | provider.settings.first_callback_days
          gap below 15 minutes        | mia   | 540   | 1020 | 1    | 899    | 5        | provider.settings
          gap of no whole minute      | mia   | 540   | 1020 | 1    | 901    | 5        | provider.settings
          gap above 40 hours          | mia   | 540   | 1020 | 1    | 144060 | 5        | provider.settings
          negative gap                | mia   | 540   | 1020 | 1    | -900   | 5        | provider.settings.attempt_gap
          attempts above 20           | mia   | 540   | 1020 | 1    | 14400  | 21       | provider.settings.attempts_max
          window ends before it opens | mia   | 540   | 539  | 1    | 14400  | 5        | provider.settings.business_windows[0]
          window beyond the day       | mia   | 540   | 1441 | 1    | 14400  | 5        | provider.settings.business_windows[0]
          """)
  void create_refusesSettings(
      String wrong,
      String owner,
      int start,
      int end,
      int days,
      long gap,
      int attempts,
      String field) {
    ProviderSettings settings =
        ProviderSettings.newBuilder()
            .setDefaultOwner(owner)
            .addBusinessWindows(
                BusinessWindow.newBuilder().setStartMinutes(start).setEndMinutes(end))
            .setFirstCallbackDays(days)
            .setAttemptGap(Duration.newBuilder().setSeconds(gap))
            .setAttemptsMax(attempts)
            .build();
    Provider provider = NAMED.toBuilder().setSettings(settings).build();

    Refusal.of(() -> stub(TestDatabase.Kind.DERBY).createProvider(create("wrong", provider)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, field);
  }

  @Test
  void create_needsADisplayName() {
    Refusal.of(
            () ->
                stub(TestDatabase.Kind.DERBY)
                    .createProvider(create("nameless", Provider.getDefaultInstance())))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "provider.display_name");
  }

  @ParameterizedTest
  @EnumSource
  void get_refusesUnknownOnes(TestDatabase.Kind kind) {
    Refusal.of(() -> stub(kind).getProvider(get("providers/nobody")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> stub(kind).getProvider(get("customers/nobody")))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "name");
  }

  @ParameterizedTest
  @EnumSource
  void list_givesEachOnceInOrder(TestDatabase.Kind kind) {
    for (int i = 0; i < 5; i++) {
      TestApi.on(kind).newProvider();
    }
    List<String> names = new ArrayList<>();
    String token = "";
    do {
      ListProvidersResponse page =
          stub(kind)
              .listProviders(
                  ListProvidersRequest.newBuilder().setPageSize(2).setPageToken(token).build());
      page.getProvidersList().forEach(provider -> names.add(provider.getName()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(names).hasSizeGreaterThanOrEqualTo(5).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void update_changesWhatIsMasked(TestDatabase.Kind kind) {
    Provider before = stub(kind).getProvider(get(TestApi.on(kind).newProvider()));
    Provider wanted =
        before.toBuilder()
            .setDisplayName("not masked")
            .setSettings(ProviderSettings.newBuilder().setAttemptsMax(7))
            .build();

    Provider after = stub(kind).updateProvider(update(wanted, "settings.attempts_max"));

    assertThat(after.getDisplayName()).isEqualTo(before.getDisplayName());
    assertThat(after.getSettings())
        .isEqualTo(before.getSettings().toBuilder().setAttemptsMax(7).build());
    assertThat(after.getEtag()).isNotEqualTo(before.getEtag());
    assertThat(stub(kind).getProvider(get(before.getName()))).isEqualTo(after);
  }

  @ParameterizedTest
  @EnumSource
  void update_withoutChangeIsNone(TestDatabase.Kind kind) {
    Provider before = stub(kind).getProvider(get(TestApi.on(kind).newProvider()));

    assertThat(stub(kind).updateProvider(update(before, "*"))).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void update_refusesStaleEtags(TestDatabase.Kind kind) {
    Provider before = stub(kind).getProvider(get(TestApi.on(kind).newProvider()));
    Provider wanted = before.toBuilder().setDisplayName("changed").build();
    stub(kind).updateProvider(update(wanted, "display_name"));

    Refusal.of(() -> stub(kind).updateProvider(update(wanted, "display_name")))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
    Provider unconditional = wanted.toBuilder().setEtag("").setDisplayName("again").build();
    assertThat(stub(kind).updateProvider(update(unconditional, "display_name")).getDisplayName())
        .isEqualTo("again");
  }

  @ParameterizedTest
  @EnumSource
  void update_refusesUnknownOnesAndBadValues(TestDatabase.Kind kind) {
    Provider nobody = NAMED.toBuilder().setName("providers/nobody").build();
    Provider blank =
        nobody.toBuilder().setName(TestApi.on(kind).newProvider()).clearDisplayName().build();

    Refusal.of(() -> stub(kind).updateProvider(update(nobody, "display_name")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> stub(kind).updateProvider(update(blank, "display_name")))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "provider.display_name");
  }

  private static List<BusinessDay> mondayToFriday(BusinessWindow.Builder... windows) {
    List<BusinessDay> days = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      BusinessDay.Builder each = BusinessDay.newBuilder().setDayValue(day);
      for (BusinessWindow.Builder window : windows) {
        each.addWindows(window);
      }
      days.add(each.build());
    }
    return days;
  }

  private static ProviderServiceBlockingStub stub(TestDatabase.Kind kind) {
    return ProviderServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }

  private static CreateProviderRequest create(String id, Provider provider) {
    return CreateProviderRequest.newBuilder().setProviderId(id).setProvider(provider).build();
  }

  private static GetProviderRequest get(String name) {
    return GetProviderRequest.newBuilder().setName(name).build();
  }

  private static UpdateProviderRequest update(Provider provider, String path) {
    return UpdateProviderRequest.newBuilder()
        .setProvider(provider)
        .setUpdateMask(FieldMask.newBuilder().addPaths(path))
        .build();
  }
}
