/** How documents for others look in UBL 2.1: all that knows of XML. */
@NullMarked
package dev.redress.ubl;

import org.jspecify.annotations.NullMarked;
