package io.zmq4j.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.core.annotation.AliasFor;

/**
 * Has a method of a bean called with each message that comes to a socket.
 *
 * <pre>{@code
 * @ZmqListener("orders")
 * Receipt take(Order order) {
 *     return book(order);
 * }
 * }</pre>
 *
 * <p><b>Parameters.</b> One takes the message: a {@link io.zmq4j.message.Message} whatever it is, a {@code String} or
 * {@code byte[]} one of one frame, any other type what its {@link io.zmq4j.codec.Codec} reads, which is JSON where the module
 * {@code jackson} is there. Several take a frame each, in order; if the last is a {@code Message}, it has the frames that are left.
 *
 * <p><b>Reply.</b> On a REP or ROUTER, what the method returns is the reply; {@code void} or null is answered by one empty frame,
 * a failure by {@code ["", "error"]}, unless an error handler says otherwise. On every other socket the method returns nothing.
 *
 * <p><b>Threads.</b> {@link #concurrency} calls at most at once. With {@code spring.threads.virtual.enabled} those of more than one
 * at a time are made in virtual threads, but on a REP, which answers one request after the other in a thread of the context. With a
 * concurrency of 1 messages are handled in order.
 *
 * <p>All texts may have placeholders.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Reflective(ListenerHints.class)
public @interface ZmqListener {
    /** The socket's name, as in {@code zmq4j.sockets}, or as a bean. */
    @AliasFor("socket")
    String value() default "";

    /** The same as {@link #value}. */
    @AliasFor("value")
    String socket() default "";

    /** How many calls at most at once: a number; empty: 256 on a ROUTER, else 1. */
    String concurrency() default "";

    /** The name of a bean of type {@link ZmqErrorHandler}; empty: the only one there is, if there is only one. */
    String errorHandler() default "";

    /**
     * The name of a socket to which goes what could not be dealt with, as {@link FailedMessage#deadLetter}; empty: what
     * {@code zmq4j.listener.dead-letters} says. It never waits: what that socket does not take at once is lost, and logged.
     */
    String deadLetters() default "";
}
