package io.zmq4j.spring;

import io.zmq4j.spring.autoconfigure.ZmqAutoConfiguration;
import io.zmq4j.spring.autoconfigure.ZmqJacksonAutoConfiguration;
import io.zmq4j.spring.autoconfigure.ZmqListenerAutoConfiguration;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Small applications, and waiting for what they do. */
public final class Application {
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private Application() {}

    /** One with Jackson, to be given properties and beans. */
    public static ApplicationContextRunner withJackson() {
        return plain().withConfiguration(
                        AutoConfigurations.of(JacksonAutoConfiguration.class, ZmqJacksonAutoConfiguration.class));
    }

    /** One with nothing but what is needed. */
    public static ApplicationContextRunner plain() {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(ZmqAutoConfiguration.class, ZmqListenerAutoConfiguration.class));
    }

    /** Until it is so, for 20 seconds at most. */
    public static boolean becomes(BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }
}
