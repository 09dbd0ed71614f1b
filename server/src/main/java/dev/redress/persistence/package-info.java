/**
 * The stores on Apache Derby and PostgreSQL, by MyBatis: all that knows SQL, and nothing that
 * decides.
 */
@NullMarked
package dev.redress.persistence;

import org.jspecify.annotations.NullMarked;
