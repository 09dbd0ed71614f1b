package dev.redress.cli.dispute;

/** The two sides of a dispute. */
enum Side {
  /** Who sent the invoice. */
  PROVIDER,
  /** Who got it. */
  CUSTOMER;

  /** The name as options have it. */
  @Override
  public String toString() {
    return switch (this) {
      case PROVIDER -> "provider";
      case CUSTOMER -> "customer";
    };
  }
}
