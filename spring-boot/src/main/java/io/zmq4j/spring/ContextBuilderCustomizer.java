package io.zmq4j.spring;

import io.zmq4j.ContextBuilder;

/**
 * A bean that has a say in the context, after the properties {@code zmq4j.context} and {@code zmq4j.options}. Several are asked in
 * the order of their {@code @Order}.
 */
@FunctionalInterface
public interface ContextBuilderCustomizer {
    /** Changes what the context is made with; what it throws fails the application's start. */
    void customize(ContextBuilder builder);
}
