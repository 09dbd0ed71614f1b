/** The engine that ties labor lines to requests: a pure function, with its evidence. */
@NullMarked
package dev.redress.matching;

import org.jspecify.annotations.NullMarked;
