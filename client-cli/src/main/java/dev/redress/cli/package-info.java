/** The command {@code redress}: a gRPC client for clerks and account managers. */
@NullMarked
package dev.redress.cli;

import org.jspecify.annotations.NullMarked;
