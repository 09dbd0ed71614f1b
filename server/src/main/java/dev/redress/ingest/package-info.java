/** Files in: reading, checking and storing the rows of other systems. */
@NullMarked
package dev.redress.ingest;

import org.jspecify.annotations.NullMarked;
