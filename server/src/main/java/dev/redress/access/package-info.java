/** Who may call, how they prove who they are, and what each role may do. */
@NullMarked
package dev.redress.access;

import org.jspecify.annotations.NullMarked;
