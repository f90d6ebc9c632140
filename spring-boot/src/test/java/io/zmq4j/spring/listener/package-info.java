/** Methods that listen. */
@NullMarked
package io.zmq4j.spring.listener;

import org.jspecify.annotations.NullMarked;
