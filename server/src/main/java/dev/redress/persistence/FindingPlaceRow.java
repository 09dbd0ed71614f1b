package dev.redress.persistence;

import dev.redress.identity.LineName;
import dev.redress.reconciliation.FindingStore.Place;

/** The finding after which a page begins. */
record FindingPlaceRow(
    String customerId, String invoiceId, String lineId, String code, long atStakeMinor) {

  static FindingPlaceRow of(Place place) {
    LineName line = place.line();
    return new FindingPlaceRow(
        line.customer().customer(),
        line.invoice().invoice(),
        line.line(),
        place.code(),
        place.atStakeMinor());
  }
}
