package io.zmq4j.logging.logback;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.zmq4j.logging.LogPublisher;
import io.zmq4j.logging.LogPublisherBuilder;
import io.zmq4j.logging.Severity;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the records of Logback. What fails is an error among Logback's statuses; the application never sees it.
 *
 * <p>Its properties are those of {@link LogPublisherBuilder}: {@code bind} and {@code connect}, of which one is needed, {@code
 * rootTopic}, {@code lingerMillis}, {@code highWaterMark} and {@code options}; and {@code encoder}, default the pattern {@value
 * #PATTERN}, after which Logback puts the exception.
 *
 * <p>ERROR and INFO are called so, WARN is {@code WARNING}, and what is below INFO is {@code DEBUG}.
 */
public class PubAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private static final String PATTERN = "%logger{36} - %msg%n";

    private final LogPublisherBuilder builder = LogPublisher.builder();
    private @Nullable Encoder<ILoggingEvent> encoder;
    private Charset charset = UTF_8;
    private volatile @Nullable LogPublisher publisher;

    /** For Logback, which sets the properties, and starts it. */
    public PubAppender() {}

    public void setBind(String endpoint) {
        builder.bind(endpoint);
    }

    public void setConnect(String endpoint) {
        builder.connect(endpoint);
    }

    public void setRootTopic(String topic) {
        builder.rootTopic(topic);
    }

    public void setLingerMillis(long millis) {
        builder.linger(Duration.ofMillis(millis));
    }

    public void setHighWaterMark(int records) {
        builder.highWaterMark(records);
    }

    public void setOptions(String settings) {
        builder.options(settings);
    }

    public void setEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
    }

    /** What the records go through; empty before the start, and if it could not be opened. */
    public Optional<LogPublisher> publisher() {
        return Optional.ofNullable(publisher);
    }

    @Override
    public void start() {
        if (isStarted()) {
            return;
        }
        if (encoder == null) {
            encoder = lines();
        }
        if (encoder instanceof LayoutWrappingEncoder<ILoggingEvent> wrapping) {
            charset = charset(wrapping);
        }
        try {
            publisher = builder.open();
            super.start();
        } catch (RuntimeException e) {
            addError("log records cannot be published: " + e.getMessage(), e);
        }
    }

    private Encoder<ILoggingEvent> lines() {
        var lines = new PatternLayoutEncoder();
        lines.setContext(getContext());
        lines.setPattern(PATTERN);
        lines.start();
        return lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        LogPublisher current = publisher;
        if (current != null) {
            current.publish(severity(event.getLevel()), event.getLoggerName(), event.getMessage(), () -> text(event));
        }
    }

    private String text(ILoggingEvent event) {
        if (encoder == null) {
            return event.getFormattedMessage();
        }
        return new String(encoder.encode(event), charset);
    }

    /** An encoder that is not told a charset takes the system's, which may not have all characters. */
    private static Charset charset(LayoutWrappingEncoder<ILoggingEvent> encoder) {
        if (encoder.getCharset() == null) {
            encoder.setCharset(UTF_8);
        }
        return encoder.getCharset();
    }

    private static Severity severity(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> Severity.ERROR;
            case Level.WARN_INT -> Severity.WARNING;
            case Level.INFO_INT -> Severity.INFO;
            default -> Severity.DEBUG;
        };
    }

    @Override
    public void stop() {
        if (!isStarted()) {
            return;
        }
        super.stop();
        publisher().ifPresent(LogPublisher::close);
    }
}
