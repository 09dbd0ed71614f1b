package dev.redress.statement;

import dev.redress.money.Money;
import dev.redress.time.Hours;

/** The lines of an invoice of which the same is known. */
public record Subtotal(Standing standing, int lines, Hours hours, Money amount) {}
