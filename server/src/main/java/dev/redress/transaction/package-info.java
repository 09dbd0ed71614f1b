/** One use case, one transaction: the port through which services reach it. */
@NullMarked
package dev.redress.transaction;

import org.jspecify.annotations.NullMarked;
