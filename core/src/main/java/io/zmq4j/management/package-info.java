/**
 * The contexts of this JVM among its MBeans: {@link io.zmq4j.management.Statistics} is what a viewer creates, or an application
 * registers. Attributes only: looking changes nothing. Any thread of an MBean server calls; nothing here has a thread. Needs the
 * JDK's module {@code java.management}, and is reached only if that is there. Imports {@code socket}, {@code snapshot} and
 * {@code event}.
 */
@NullMarked
package io.zmq4j.management;

import org.jspecify.annotations.NullMarked;
