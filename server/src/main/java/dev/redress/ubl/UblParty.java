package dev.redress.ubl;

import dev.redress.envelope.Party;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ContactType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.CompanyIDType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.EndpointIDType;

/** Companies in UBL 2.1. What is not known has no element: Peppol forbids empty ones. */
final class UblParty {
  private UblParty() {}

  /** With all that is known (BG-4, BG-7). */
  static PartyType inFull(Party party) {
    PartyLegalEntityType entity = entity(party);
    String registration = XmlText.clean(party.registration().value());
    if (!registration.isEmpty()) {
      CompanyIDType id = new CompanyIDType(registration);
      if (!party.registration().scheme().isEmpty()) {
        id.setSchemeID(party.registration().scheme());
      }
      entity.setCompanyID(id);
    }
    PartyType ubl = party(party, entity);
    ubl.setPostalAddress(address(party.address()));
    String vatId = XmlText.clean(party.vatId());
    if (!vatId.isEmpty()) {
      PartyTaxSchemeType tax = new PartyTaxSchemeType();
      tax.setCompanyID(vatId);
      tax.setTaxScheme(vat());
      ubl.addPartyTaxScheme(tax);
    }
    if (party.contact().isKnown()) {
      ubl.setContact(contact(party.contact()));
    }
    return ubl;
  }

  /** With its address on the network and its name. */
  static PartyType inShort(Party party) {
    return party(party, entity(party));
  }

  private static PartyType party(Party party, PartyLegalEntityType entity) {
    PartyType ubl = new PartyType();
    EndpointIDType address = new EndpointIDType(XmlText.clean(party.endpoint().value()));
    address.setSchemeID(party.endpoint().scheme());
    ubl.setEndpointID(address);
    ubl.addPartyLegalEntity(entity);
    return ubl;
  }

  private static PartyLegalEntityType entity(Party party) {
    PartyLegalEntityType entity = new PartyLegalEntityType();
    entity.setRegistrationName(XmlText.clean(party.name()));
    return entity;
  }

  /** The tax that everything is about. */
  static TaxSchemeType vat() {
    TaxSchemeType scheme = new TaxSchemeType();
    scheme.setID("VAT");
    return scheme;
  }

  private static AddressType address(Party.Address address) {
    AddressType ubl = new AddressType();
    String street = XmlText.clean(address.street());
    if (!street.isEmpty()) {
      ubl.setStreetName(street);
    }
    String city = XmlText.clean(address.city());
    if (!city.isEmpty()) {
      ubl.setCityName(city);
    }
    String postalCode = XmlText.clean(address.postalCode());
    if (!postalCode.isEmpty()) {
      ubl.setPostalZone(postalCode);
    }
    CountryType country = new CountryType();
    country.setIdentificationCode(address.country());
    ubl.setCountry(country);
    return ubl;
  }

  private static ContactType contact(Party.Contact contact) {
    ContactType ubl = new ContactType();
    String name = XmlText.clean(contact.name());
    if (!name.isEmpty()) {
      ubl.setName(name);
    }
    String phone = XmlText.clean(contact.phone());
    if (!phone.isEmpty()) {
      ubl.setTelephone(phone);
    }
    String email = XmlText.clean(contact.email());
    if (!email.isEmpty()) {
      ubl.setElectronicMail(email);
    }
    return ubl;
  }
}
