/**
 * Documents for the systems of others: the credit note that the provider sends, and the answer to
 * an invoice that its customer sends.
 */
@NullMarked
package dev.redress.envelope;

import org.jspecify.annotations.NullMarked;
