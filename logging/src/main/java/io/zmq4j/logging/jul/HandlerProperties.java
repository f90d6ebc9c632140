package io.zmq4j.logging.jul;

import io.zmq4j.logging.LogPublisher;
import io.zmq4j.logging.LogPublisherBuilder;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;

/** What {@code logging.properties} says of a class of handlers, under the class's name. */
final class HandlerProperties {
    private final LogManager manager = LogManager.getLogManager();
    private final String prefix;

    HandlerProperties(Class<? extends Handler> type) {
        prefix = type.getName() + ".";
    }

    /** @throws IllegalArgumentException if a value is not allowed */
    void apply(Handler handler) {
        given("level", value -> handler.setLevel(Level.parse(value)));
        given("filter", value -> handler.setFilter(made(value, Filter.class)));
        given("formatter", value -> handler.setFormatter(made(value, Formatter.class)));
    }

    /**
     * @throws IllegalArgumentException if a value is not allowed
     * @throws io.zmq4j.error.EndpointException if an endpoint cannot be bound
     */
    LogPublisher open() {
        LogPublisherBuilder builder = LogPublisher.builder();
        given("bind", builder::bind);
        given("connect", builder::connect);
        given("rootTopic", builder::rootTopic);
        given("lingerMillis", value -> builder.linger(Duration.ofMillis(Long.parseLong(value))));
        given("highWaterMark", value -> builder.highWaterMark(Integer.parseInt(value)));
        given("options", builder::options);
        return builder.open();
    }

    private void given(String name, Consumer<String> setter) {
        @Nullable String value = manager.getProperty(prefix + name);
        if (value == null || value.isBlank()) {
            return;
        }
        try {
            setter.accept(value.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(prefix + name + " is '" + value + "': " + e.getMessage(), e);
        }
    }

    private static <T> T made(String className, Class<T> type) {
        try {
            return Class.forName(className, true, ClassLoader.getSystemClassLoader())
                    .asSubclass(type)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + " can be made of it: " + e, e);
        }
    }
}
