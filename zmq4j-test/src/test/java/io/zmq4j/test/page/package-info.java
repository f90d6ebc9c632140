/** The Java of the page about testing, as it is there, and running. */
@NullMarked
package io.zmq4j.test.page;

import org.jspecify.annotations.NullMarked;
