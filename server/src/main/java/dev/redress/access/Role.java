package dev.redress.access;

/** What somebody may do; {@link Permissions} has the table. */
public enum Role {
  /** Imports, reconciles, reviews lines, disputes charges and makes calls. */
  CLERK,
  /** As a clerk, and keeps customers and their agreements. */
  ACCOUNT_MANAGER,
  /** As an account manager, and sets rules, approves and takes credits back. */
  LEAD,
  /** A system of the provider; may act in the name of the people it knows. */
  INTEGRATION,
  /** Somebody of a customer, who sees that customer's invoices, statements and disputes only. */
  CUSTOMER,
  /** Reads everything and changes nothing. */
  AUDITOR,
  /** Everything within a provider, and the only role that lets others in. */
  ADMINISTRATOR
}
