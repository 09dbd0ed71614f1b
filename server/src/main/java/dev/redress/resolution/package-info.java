/** The use cases by which disputes are worked and settled. */
@NullMarked
package dev.redress.resolution;

import org.jspecify.annotations.NullMarked;
