/** Providers and their customers, with the settings of both. */
@NullMarked
package dev.redress.customer;

import org.jspecify.annotations.NullMarked;
