/** Checks tokens of an identity provider (OpenID Connect). */
@NullMarked
package dev.redress.oidc;

import org.jspecify.annotations.NullMarked;
