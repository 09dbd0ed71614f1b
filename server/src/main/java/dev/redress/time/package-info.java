/** Hours of work, and the business calendar by which due times are counted. */
@NullMarked
package dev.redress.time;

import org.jspecify.annotations.NullMarked;
