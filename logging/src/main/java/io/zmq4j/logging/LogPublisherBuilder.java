package io.zmq4j.logging;

import io.zmq4j.Context;
import io.zmq4j.PubSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher is opened with, from {@link LogPublisher#builder}; the handlers of the frameworks have properties of the same names.
 * At least one endpoint is needed. To be used by one thread.
 */
public final class LogPublisherBuilder {
    /** How long {@link LogPublisher#close} waits by default: half a second. */
    public static final Duration LINGER = Duration.ofMillis(500);

    /** How many records wait for one subscriber by default: a thousand. */
    public static final int HIGH_WATER_MARK = 1000;

    private record Setting(String name, String value) {}

    private final List<Setting> options = new ArrayList<>();
    private @Nullable String bind;
    private @Nullable String connect;
    private String rootTopic = "";
    private Duration linger = LINGER;
    private int highWaterMark = HIGH_WATER_MARK;

    LogPublisherBuilder() {}

    /** Where subscribers connect to, such as {@code tcp://127.0.0.1:5570}. */
    public LogPublisherBuilder bind(String endpoint) {
        bind = Objects.requireNonNull(endpoint, "endpoint");
        return this;
    }

    /** Where one that collects records is bound, now or later, such as {@code tcp://logs.example:5570}. */
    public LogPublisherBuilder connect(String endpoint) {
        connect = Objects.requireNonNull(endpoint, "endpoint");
        return this;
    }

    /** What each topic begins with, mostly the program's name; default nothing. */
    public LogPublisherBuilder rootTopic(String topic) {
        rootTopic = Objects.requireNonNull(topic, "topic");
        return this;
    }

    /**
     * How long {@link LogPublisher#close} waits at most until subscribers have what is queued; default {@link #LINGER}.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public LogPublisherBuilder linger(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("linger is " + time + ": zero or more is allowed");
        }
        linger = time;
        return this;
    }

    /** How many records wait for one subscriber at most; 0 for any number; default {@link #HIGH_WATER_MARK}. */
    public LogPublisherBuilder highWaterMark(int records) {
        highWaterMark = records;
        return this;
    }

    /**
     * Socket options by libzmq's names, as {@code NAME=VALUE}, with semicolons between them, such as {@code SECURITY=CURVE role=server
     * certificate=log.key_secret; TCP_KEEPALIVE=1}.
     *
     * @throws IllegalArgumentException if there is something else in it
     */
    public LogPublisherBuilder options(String settings) {
        for (String setting : settings.split(";", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                options.add(new Setting(
                        setting.substring(0, equals).strip(),
                        setting.substring(equals + 1).strip()));
            } else if (!setting.isBlank()) {
                throw new IllegalArgumentException("options has '" + setting.strip() + "': NAME=VALUE is allowed");
            }
        }
        return this;
    }

    /**
     * Opens a context and a PUB socket in it, binds and connects.
     *
     * @throws IllegalArgumentException if there is no endpoint, or a value is not allowed
     * @throws io.zmq4j.error.EndpointException if it cannot be bound
     */
    public LogPublisher open() {
        if (bind == null && connect == null) {
            throw new IllegalArgumentException("there is no endpoint: bind or connect has to be set");
        }
        Context context = Context.builder().name("zmq4j-log").build();
        try {
            PubSocket socket = context.pub().named("log").linger(linger).sendHighWaterMark(highWaterMark);
            for (Setting option : options) {
                socket.set(option.name(), option.value());
            }
            if (bind != null) {
                socket.bind(bind);
            }
            if (connect != null) {
                socket.connect(connect);
            }
            return LogPublisher.owning(context, socket, rootTopic, linger);
        } catch (RuntimeException | Error e) {
            context.close(Duration.ZERO);
            throw e;
        }
    }
}
