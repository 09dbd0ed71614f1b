/** What customers agreed to: rates, included hours, rounding, and which work is covered. */
@NullMarked
package dev.redress.agreement;

import org.jspecify.annotations.NullMarked;
