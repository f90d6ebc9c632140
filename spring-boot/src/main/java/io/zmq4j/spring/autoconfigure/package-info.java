/**
 * The auto-configurations: properties under {@code zmq4j}, a context, sockets as beans of their names, and what depends on what else
 * an application has: Jackson, health, Micrometer.
 *
 * <p>Imports of this project: {@code io.zmq4j.spring}, {@code io.zmq4j.spring.listener} and core. All of it is run by the thread that
 * starts the application.
 */
@NullMarked
package io.zmq4j.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
