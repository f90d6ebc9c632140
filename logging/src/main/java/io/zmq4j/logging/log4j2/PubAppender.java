package io.zmq4j.logging.log4j2;

import io.zmq4j.logging.LogPublisher;
import io.zmq4j.logging.Severity;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.StringLayout;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the records of Log4j 2: the element {@code Zmq} among the appenders. What fails is told by the status logger; the application
 * never sees it, unless {@code ignoreExceptions} is false.
 *
 * <p>FATAL is {@code CRITICAL}, ERROR and INFO are called so, WARN is {@code WARNING}, and what is below INFO is {@code DEBUG}.
 */
@Plugin(name = "Zmq", category = Core.CATEGORY_NAME, elementType = Appender.ELEMENT_TYPE, printObject = true)
public final class PubAppender extends AbstractAppender {
    private final StringLayout layout;
    private final SharedPublisher shared;
    private final LogPublisher publisher;

    PubAppender(
            String name,
            @Nullable Filter filter,
            StringLayout layout,
            boolean ignoreExceptions,
            SharedPublisher shared,
            String rootTopic) {
        super(name, filter, layout, ignoreExceptions, Property.EMPTY_ARRAY);
        this.layout = layout;
        this.shared = shared;
        this.publisher = shared.publisher().under(rootTopic);
    }

    @PluginBuilderFactory
    public static PubAppenderBuilder newBuilder() {
        return new PubAppenderBuilder();
    }

    static void tell(String name, RuntimeException why) {
        LOGGER.error("Zmq appender {}: log records cannot be published: {}", name, why.getMessage(), why);
    }

    /** What the records go through. */
    public LogPublisher publisher() {
        return publisher;
    }

    // Nothing but what is deprecated gives the message as it was written, whose subtopic no argument may choose.
    @SuppressWarnings("deprecation")
    @Override
    public void append(LogEvent event) {
        publisher.publish(
                severity(event.getLevel()),
                event.getLoggerName(),
                event.getMessage().getFormat(),
                () -> layout.toSerializable(event));
    }

    private static Severity severity(Level level) {
        return switch (level.getStandardLevel()) {
            case OFF, FATAL -> Severity.CRITICAL;
            case ERROR -> Severity.ERROR;
            case WARN -> Severity.WARNING;
            case INFO -> Severity.INFO;
            case DEBUG, TRACE, ALL -> Severity.DEBUG;
        };
    }

    @Override
    public boolean stop(long timeout, TimeUnit timeUnit) {
        setStopping();
        boolean stopped = super.stop(timeout, timeUnit, false);
        stopped &= shared.stop(timeout, timeUnit);
        setStopped();
        return stopped;
    }
}
