/** The reasons for which a call is refused, and the one exception that carries them. */
@NullMarked
package dev.redress.error;

import org.jspecify.annotations.NullMarked;
