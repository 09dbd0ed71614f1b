/**
 * The gRPC adapter: what comes over the wire is checked and converted, handed to the use cases, and
 * their answers and refusals are converted back. Nothing is decided here.
 */
@NullMarked
package dev.redress.grpc;

import org.jspecify.annotations.NullMarked;
