/** Calls that must be made: their life cycle and their due times. */
@NullMarked
package dev.redress.callback;

import org.jspecify.annotations.NullMarked;
