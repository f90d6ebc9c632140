/** Properties, and what becomes of them. */
@NullMarked
package io.zmq4j.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
