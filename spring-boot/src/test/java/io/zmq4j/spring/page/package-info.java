/** The Java of docs/spring.md, where it is compiled and run. */
@NullMarked
package io.zmq4j.spring.page;

import org.jspecify.annotations.NullMarked;
