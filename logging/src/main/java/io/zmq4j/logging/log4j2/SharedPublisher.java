package io.zmq4j.logging.log4j2;

import io.zmq4j.logging.LogPublisher;
import io.zmq4j.logging.LogPublisherBuilder;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.core.appender.AbstractManager;

/**
 * A publisher of which there is one for its endpoints: Log4j starts a new configuration before it stops the old one, and an endpoint
 * cannot be bound twice. The last appender that lets go closes it. Safe for any thread.
 */
final class SharedPublisher extends AbstractManager {
    private final LogPublisher publisher;

    private SharedPublisher(String name, LogPublisher publisher) {
        super(null, name);
        this.publisher = publisher;
    }

    /** The one for these endpoints; opened with the builder's settings if there is none yet. */
    static SharedPublisher of(String endpoints, LogPublisherBuilder settings) {
        return getManager(endpoints, (name, builder) -> new SharedPublisher(name, builder.open()), settings);
    }

    LogPublisher publisher() {
        return publisher;
    }

    @Override
    protected boolean releaseSub(long timeout, TimeUnit timeUnit) {
        publisher.close();
        return true;
    }
}
