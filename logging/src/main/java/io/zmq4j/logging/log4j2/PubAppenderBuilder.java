package io.zmq4j.logging.log4j2;

import io.zmq4j.logging.LogPublisher;
import io.zmq4j.logging.LogPublisherBuilder;
import java.time.Duration;
import org.apache.logging.log4j.core.StringLayout;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderAttribute;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.core.util.Builder;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the element {@code Zmq}, as {@link LogPublisherBuilder} explains them: {@code bind} and {@code connect}, of which one
 * is needed, {@code rootTopic}, {@code lingerMillis}, {@code highWaterMark} and {@code options}; besides {@code name} and {@code
 * ignoreExceptions}. In it may stand a layout of text, default the pattern {@code %logger{36} - %msg%n}, after which Log4j puts the
 * exception, and a filter. To be used by one thread.
 *
 * <p>When Log4j is configured anew, an appender with the same endpoints keeps the socket: {@code lingerMillis}, {@code highWaterMark} and
 * {@code options} stay what they were.
 */
public final class PubAppenderBuilder extends AbstractAppender.Builder<PubAppenderBuilder>
        implements Builder<PubAppender> {
    private static final String PATTERN = "%logger{36} - %msg%n";

    @PluginBuilderAttribute
    private @Nullable String bind;

    @PluginBuilderAttribute
    private @Nullable String connect;

    @PluginBuilderAttribute
    private String rootTopic = "";

    @PluginBuilderAttribute
    private long lingerMillis = LogPublisherBuilder.LINGER.toMillis();

    @PluginBuilderAttribute
    private int highWaterMark = LogPublisherBuilder.HIGH_WATER_MARK;

    @PluginBuilderAttribute
    private String options = "";

    PubAppenderBuilder() {}

    public PubAppenderBuilder setBind(String endpoint) {
        bind = endpoint;
        return this;
    }

    public PubAppenderBuilder setConnect(String endpoint) {
        connect = endpoint;
        return this;
    }

    public PubAppenderBuilder setRootTopic(String topic) {
        rootTopic = topic;
        return this;
    }

    public PubAppenderBuilder setLingerMillis(long millis) {
        lingerMillis = millis;
        return this;
    }

    public PubAppenderBuilder setHighWaterMark(int records) {
        highWaterMark = records;
        return this;
    }

    public PubAppenderBuilder setOptions(String settings) {
        options = settings;
        return this;
    }

    /** @return null if it cannot be opened, of which the status logger has told */
    @Override
    public @Nullable PubAppender build() {
        try {
            StringLayout layout = layout();
            var shared = SharedPublisher.of("Zmq bind=" + bind + " connect=" + connect, settings());
            return new PubAppender(getName(), getFilter(), layout, isIgnoreExceptions(), shared, rootTopic);
        } catch (RuntimeException e) {
            PubAppender.tell(getName(), e);
            return null;
        }
    }

    @SuppressWarnings("deprecation") // Before 2.26 there is nothing else.
    private StringLayout layout() {
        if (getLayout() == null) {
            return PatternLayout.newBuilder()
                    .withPattern(PATTERN)
                    .withConfiguration(getConfiguration())
                    .build();
        }
        if (getLayout() instanceof StringLayout layout) {
            return layout;
        }
        throw new IllegalArgumentException("its layout is " + getLayout() + ": one of text is allowed");
    }

    private LogPublisherBuilder settings() {
        LogPublisherBuilder settings = LogPublisher.builder()
                .rootTopic(rootTopic)
                .linger(Duration.ofMillis(lingerMillis))
                .highWaterMark(highWaterMark)
                .options(options);
        if (bind != null) {
            settings.bind(bind);
        }
        if (connect != null) {
            settings.connect(connect);
        }
        return settings;
    }
}
