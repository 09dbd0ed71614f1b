/** {@code redress review}: what a clerk should look at next. */
@NullMarked
package dev.redress.cli.review;

import org.jspecify.annotations.NullMarked;
