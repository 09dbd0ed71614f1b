/** Checks that documents and code agree. */
@NullMarked
package dev.redress.tidy;

import org.jspecify.annotations.NullMarked;
