/** How statements and reports look: pages that people read in a browser and on paper. */
@NullMarked
package dev.redress.page;

import org.jspecify.annotations.NullMarked;
