/** Who and what things are: resource names and the actor of a change. */
@NullMarked
package dev.redress.identity;

import org.jspecify.annotations.NullMarked;
