/** What somebody needs to know who is about to call: one page, made of what is recorded. */
@NullMarked
package dev.redress.brief;

import org.jspecify.annotations.NullMarked;
