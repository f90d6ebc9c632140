package io.zmq4j.logging.jul;

import io.zmq4j.logging.LogPublisher;
import io.zmq4j.logging.Severity;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the records of {@code java.util.logging}. What fails is told to the {@link ErrorManager}; the application never sees it.
 *
 * <p>In {@code logging.properties}, each with the handler's class in front, this one or one that extends it: {@code bind} and {@code connect}, of which one is needed,
 * {@code rootTopic}, {@code lingerMillis}, {@code highWaterMark} and {@code options}, as {@link io.zmq4j.logging.LogPublisherBuilder}
 * explains them; {@code level}, default {@code ALL}; {@code filter}, default none; {@code formatter}, default {@link LineFormatter}.
 *
 * <p>SEVERE is {@code ERROR}, and above it {@code CRITICAL}; WARNING and INFO are called so; what is below INFO is {@code DEBUG}.
 */
public class PubHandler extends Handler {
    private final @Nullable LogPublisher publisher;

    /** As {@code logging.properties} says. If it cannot be opened, it has told so and publishes nothing. */
    @SuppressWarnings("this-escape") // A handler's own setters, which a subclass has no reason to override.
    public PubHandler() {
        publisher = openAsConfigured();
    }

    /** Publishes through this publisher, and closes it. */
    @SuppressWarnings("this-escape") // As above.
    public PubHandler(LogPublisher publisher) {
        this.publisher = Objects.requireNonNull(publisher, "publisher");
        setFormatter(new LineFormatter());
    }

    private @Nullable LogPublisher openAsConfigured() {
        try {
            setFormatter(new LineFormatter());
            var properties = new HandlerProperties(getClass());
            properties.apply(this);
            return properties.open();
        } catch (RuntimeException e) {
            reportError("log records cannot be published", e, ErrorManager.OPEN_FAILURE);
            return null;
        }
    }

    /** What the records go through; empty if it could not be opened. */
    public Optional<LogPublisher> publisher() {
        return Optional.ofNullable(publisher);
    }

    @Override
    public void publish(LogRecord record) {
        if (publisher == null || record == null || !isLoggable(record)) {
            return;
        }
        try {
            publisher.publish(
                    severity(record.getLevel()),
                    record.getLoggerName(),
                    record.getMessage(),
                    () -> getFormatter().format(record));
        } catch (RuntimeException e) {
            reportError(null, e, ErrorManager.FORMAT_FAILURE);
        }
    }

    private static Severity severity(Level level) {
        int value = level.intValue();
        if (value > Level.SEVERE.intValue()) {
            return Severity.CRITICAL;
        }
        if (value == Level.SEVERE.intValue()) {
            return Severity.ERROR;
        }
        if (value >= Level.WARNING.intValue()) {
            return Severity.WARNING;
        }
        return value >= Level.INFO.intValue() ? Severity.INFO : Severity.DEBUG;
    }

    /** Does nothing: a record is on its way when {@link #publish} returns. */
    @Override
    public void flush() {}

    @Override
    public void close() {
        if (publisher != null) {
            publisher.close();
        }
    }
}
