/** Amounts of money, exact to the minor unit. */
@NullMarked
package dev.redress.money;

import org.jspecify.annotations.NullMarked;
