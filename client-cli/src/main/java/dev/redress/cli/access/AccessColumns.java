package dev.redress.cli.access;

import dev.redress.cli.output.Column;
import dev.redress.v1.ApiKey;
import dev.redress.v1.Caller;
import dev.redress.v1.Principal;
import java.util.List;

/** What is shown of principals, keys and callers. */
final class AccessColumns {
  static final List<Column<Principal>> PRINCIPAL =
      List.of(
          new Column.Name<>("principal", Principal::getName),
          new Column.Text<>("actor", Principal::getActor),
          new Column.Text<>("role", it -> it.getRole().name()),
          new Column.Name<>("customer", Principal::getCustomer),
          new Column.Text<>("subject", Principal::getSubject),
          new Column.Text<>("disabled", it -> it.getDisabled() ? "yes" : "no"),
          new Column.Moment<>("created", Principal::getCreateTime));

  static final List<Column<ApiKey>> KEY =
      List.of(
          new Column.Name<>("key", ApiKey::getName),
          new Column.Moment<>("created", ApiKey::getCreateTime),
          new Column.Moment<>("expires", ApiKey::getExpireTime),
          new Column.Moment<>("revoked", ApiKey::getRevokeTime));

  static final List<Column<Caller>> CALLER =
      List.of(
          new Column.Text<>("actor", Caller::getActor),
          new Column.Text<>("role", it -> it.getRole().name()),
          new Column.Text<>(
              "provider", it -> it.getProvider().isEmpty() ? "all" : it.getProvider()),
          new Column.Name<>("customer", Caller::getCustomer),
          new Column.Text<>(
              "proved_by",
              it -> it.getPrincipal().isEmpty() ? "the server's token file" : it.getPrincipal()));

  private AccessColumns() {}
}
