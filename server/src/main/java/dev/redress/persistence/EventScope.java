package dev.redress.persistence;

import dev.redress.identity.CustomerName;

/**
 * Which events of the journal are about a customer: those of its disputes, and those that name it
 * or something below it.
 *
 * @param name of the customer
 * @param below matches the names of what is below it, with {@code !} before what LIKE would read
 * @param named matches details that name it
 * @param namedBelow matches details that name something below it
 */
record EventScope(
    String providerId,
    String customerId,
    String name,
    String below,
    String named,
    String namedBelow) {

  static EventScope of(CustomerName customer) {
    String name = customer.toString();
    String escaped = name.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return new EventScope(
        customer.provider().provider(),
        customer.customer(),
        name,
        escaped + "/%",
        "%\"" + escaped + "\"%",
        "%" + escaped + "/%");
  }
}
