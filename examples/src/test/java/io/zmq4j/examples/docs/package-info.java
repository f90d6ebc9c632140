/** The documentation's Java is compiled and run, and its links are followed: see CONTRIBUTING.md, "Java in the docs". */
@NullMarked
package io.zmq4j.examples.docs;

import org.jspecify.annotations.NullMarked;
