/**
 * For the tests of applications with Spring Boot: {@link io.zmq4j.spring.test.AutoConfigureTestZmq}.
 *
 * <p>Imports of this project: {@code io.zmq4j.spring} and {@code io.zmq4j.spring.autoconfigure}. All of it is run by the thread that
 * starts the application.
 */
@NullMarked
package io.zmq4j.spring.test;

import org.jspecify.annotations.NullMarked;
