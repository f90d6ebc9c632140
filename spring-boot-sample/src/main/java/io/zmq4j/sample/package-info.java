/**
 * A shop as a Spring Boot application: orders are taken and answered, refused ones are told to whoever watches, and what cannot be read
 * is put aside. To be started, copied and changed.
 */
@NullMarked
package io.zmq4j.sample;

import org.jspecify.annotations.NullMarked;
