/**
 * What a customer is told about an invoice: each charge explained, or that we cannot explain it.
 */
@NullMarked
package dev.redress.statement;

import org.jspecify.annotations.NullMarked;
