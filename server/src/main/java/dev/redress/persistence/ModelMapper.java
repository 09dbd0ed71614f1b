package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** Statements on {@code model_version} and {@code model_use}. */
interface ModelMapper {
  Optional<ModelVersionRow> find(String providerId, String modelVersion);

  List<ModelVersionRow> list(String providerId, int beforeOrdinal, int countMax);

  int insert(ModelVersionRow row);

  Optional<ModelUseRow> use(String providerId);

  int insertUse(ModelUseRow row);

  int updateUse(ModelUseRow row);
}
