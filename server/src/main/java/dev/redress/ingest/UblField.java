package dev.redress.ingest;

import java.util.Arrays;
import java.util.List;

/**
 * What is read of an invoice in UBL 2.1, by the number of its business term in EN 16931; as a table
 * each is a column.
 */
enum UblField {
  INVOICE_ID("ID", "BT-1 ID"),
  INVOICE_DATE("IssueDate", "BT-2 IssueDate"),
  TYPE("InvoiceTypeCode", "BT-3 InvoiceTypeCode"),
  CURRENCY("DocumentCurrencyCode", "BT-5 DocumentCurrencyCode"),
  BUYER_REFERENCE("BuyerReference", "BT-10 BuyerReference"),
  PROJECT("ProjectReference/ID", "BT-11 ProjectReference"),
  CONTRACT("ContractDocumentReference/ID", "BT-12 ContractDocumentReference"),
  ORDER("OrderReference/ID", "BT-13 OrderReference"),
  BUYER("AccountingCustomerParty/Party/PartyIdentification/ID", "BT-46 buyer ID"),
  PERIOD_START("InvoicePeriod/StartDate", "BT-73 InvoicePeriod/StartDate"),
  PERIOD_END("InvoicePeriod/EndDate", "BT-74 InvoicePeriod/EndDate"),

  LINE_ID("ID", "BT-126 InvoiceLine/ID"),
  LINE_NOTE("Note", "BT-127 InvoiceLine/Note"),
  LINE_OBJECT("DocumentReference/ID", "BT-128 InvoiceLine/DocumentReference"),
  QUANTITY("InvoicedQuantity", "BT-129 InvoicedQuantity"),
  UNIT("InvoicedQuantity/@unitCode", "BT-130 unitCode"),
  AMOUNT("LineExtensionAmount", "BT-131 LineExtensionAmount"),
  AMOUNT_CURRENCY("LineExtensionAmount/@currencyID", "BT-131 currencyID"),
  ORDER_LINE("OrderLineReference/LineID", "BT-132 OrderLineReference"),
  ACCOUNTING("AccountingCost", "BT-133 AccountingCost"),
  LINE_START("InvoicePeriod/StartDate", "BT-134 InvoiceLine/InvoicePeriod/StartDate"),
  LINE_END("InvoicePeriod/EndDate", "BT-135 InvoiceLine/InvoicePeriod/EndDate"),
  IS_CHARGE("AllowanceCharge/ChargeIndicator", "AllowanceCharge/ChargeIndicator"),
  ALLOWANCE("AllowanceCharge/Amount", "BT-136 BT-141 AllowanceCharge/Amount"),
  ALLOWANCE_REASON("AllowanceCharge/AllowanceChargeReason", "BT-139 BT-144 AllowanceChargeReason"),
  PRICE("Price/PriceAmount", "BT-146 PriceAmount"),
  BASE("Price/BaseQuantity", "BT-149 BaseQuantity"),
  BASE_UNIT("Price/BaseQuantity/@unitCode", "BT-150 BaseQuantity unitCode"),
  ITEM("Item/Name", "BT-153 Item/Name"),
  ITEM_DESCRIPTION("Item/Description", "BT-154 Item/Description"),
  SELLER_ITEM("Item/SellersItemIdentification/ID", "BT-155 SellersItemIdentification"),
  BUYER_ITEM("Item/BuyersItemIdentification/ID", "BT-156 BuyersItemIdentification"),
  STANDARD_ITEM("Item/StandardItemIdentification/ID", "BT-157 StandardItemIdentification"),
  PROPERTY("Item/AdditionalItemProperty/Name", "BT-160 AdditionalItemProperty/Name"),
  PROPERTY_VALUE("Item/AdditionalItemProperty/Value", "BT-161 AdditionalItemProperty/Value");

  private final String path;
  private final String column;

  UblField(String path, String column) {
    this.path = path;
    this.column = column;
  }

  /** Where it stands below the invoice or below its line, such as {@code Price/PriceAmount}. */
  String path() {
    return path;
  }

  /** What its column is called. */
  String column() {
    return column;
  }

  /** Whether each line has its own. */
  boolean isOfLine() {
    return compareTo(LINE_ID) >= 0;
  }

  /** Those of the invoice. */
  static List<UblField> ofInvoice() {
    return Arrays.stream(values()).filter(field -> !field.isOfLine()).toList();
  }

  /** Those of a line. */
  static List<UblField> ofLine() {
    return Arrays.stream(values()).filter(UblField::isOfLine).toList();
  }
}
