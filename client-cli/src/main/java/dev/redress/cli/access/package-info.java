/** The commands about who may call: principals and their keys. */
@NullMarked
package dev.redress.cli.access;

import org.jspecify.annotations.NullMarked;
