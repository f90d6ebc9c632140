/**
 * The arithmetic of NaCl's boxes: Salsa20, Poly1305 and X25519. Knows keys and bytes, no command and no connection; imports
 * {@code java.base} alone. No branch and no index depends on a secret. What serves one direction of a connection is owned by
 * the thread that drives that half; the rest is without state or safe for any thread.
 */
@NullMarked
package io.zmq4j.curve.cipher;

import org.jspecify.annotations.NullMarked;
