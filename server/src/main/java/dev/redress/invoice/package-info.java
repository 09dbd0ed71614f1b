/** What was billed: invoices and their labor lines. */
@NullMarked
package dev.redress.invoice;

import org.jspecify.annotations.NullMarked;
