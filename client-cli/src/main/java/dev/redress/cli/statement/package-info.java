/** What customers are told about their invoices. */
@NullMarked
package dev.redress.cli.statement;

import org.jspecify.annotations.NullMarked;
