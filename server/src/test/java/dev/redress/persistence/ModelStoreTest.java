package dev.redress.persistence;

import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.identity.Actor;
import dev.redress.identity.ModelName;
import dev.redress.matching.FitReport;
import dev.redress.matching.LineLabel;
import dev.redress.matching.MatchingModel;
import dev.redress.matching.ModelNumbers;
import dev.redress.matching.ModelQuality;
import dev.redress.reconciliation.ModelStore;
import dev.redress.reconciliation.ModelUse;
import dev.redress.reconciliation.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** Fitted models, to the last digit, and which one is in use. */
class ModelStoreTest {

  @OnBothDatabases
  void model_comesBackExactly(TestDatabase database) {
    ModelStore store = store(database);
    store.insert(version(1));
    store.insert(version(2));

    assertThat(store.find(name(1))).contains(version(1));
    assertThat(store.find(name(3))).isEmpty();
    assertThat(store.list(PROVIDER, Integer.MAX_VALUE, 9)).containsExactly(version(2), version(1));
    assertThat(store.list(PROVIDER, 2, 9)).containsExactly(version(1));
    assertThat(store.list(PROVIDER, Integer.MAX_VALUE, 1)).containsExactly(version(2));
    assertThatThrownBy(() -> store.insert(version(2))).hasMessageContaining("at the same time");
  }

  @OnBothDatabases
  void use_isChosenOneAfterTheOther(TestDatabase database) {
    ModelStore store = store(database);
    ModelUse first = new ModelUse(name(1), NOW, 1);
    ModelUse second = new ModelUse(name(2), NOW.plusSeconds(1), 2);
    assertThat(store.use(PROVIDER)).isEmpty();

    store.put(first);
    assertThat(store.use(PROVIDER)).contains(first);
    store.put(second);

    assertThat(store.use(PROVIDER)).contains(second);
    assertThatThrownBy(() -> store.put(second)).hasMessageContaining("changed meanwhile");
    assertThatThrownBy(() -> store.put(first)).hasMessageContaining("changed meanwhile");
  }

  @Test
  void json_refusesWhatIsNoModel() {
    MatchingModel shipped = MatchingModel.shipped();
    String json = ModelJson.write(shipped);

    assertThat(ModelJson.readModel(shipped.version(), json)).isEqualTo(shipped);
    for (String wrong :
        List.of(
            "[]",
            "{",
            "{}",
            json.replace("\"calibration.slope\":1.0", "\"calibration.slope\":\"x\""),
            json.replace("\"calibration.slope\"", "\"calibration.steepness\""))) {
      assertThatIllegalArgumentException()
          .as(wrong)
          .isThrownBy(() -> ModelJson.readModel("x", wrong));
    }
  }

  private static ModelName name(int ordinal) {
    return new ModelName(PROVIDER, "fit-" + ordinal);
  }

  /** A model none of whose numbers is round. */
  private static ModelVersion version(int ordinal) {
    SequencedMap<String, Double> numbers = ModelNumbers.of(MatchingModel.shipped());
    numbers.replaceAll((_, number) -> number == Math.rint(number) ? number : number / 3);
    FitReport report =
        new FitReport(
            "default-3",
            Map.of(LineLabel.Kind.CONFIRMED, 80, LineLabel.Kind.REFERENCE, 3),
            50,
            20,
            13,
            0.97,
            true,
            List.of(new FitReport.Change("date.neverClosed", -2.0, -1.0 / 3)),
            new ModelQuality(13, 9, 12, 7, 6, 1.0 / 7),
            new ModelQuality(13, 10, 12, 8, 8, 0.1));
    return new ModelVersion(
        name(ordinal),
        ModelNumbers.toModel("fit-" + ordinal, numbers),
        new ModelVersion.Origin(ordinal, "default-3", report, new Actor("dana"), NOW));
  }

  private static ModelStore store(TestDatabase database) {
    new MyBatisProviderStore(database.transactions()).insert(Samples.provider("acme"));
    return new MyBatisModelStore(database.transactions());
  }
}
