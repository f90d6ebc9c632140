package io.zmq4j.logging;

import ch.qos.logback.classic.LoggerContext;
import io.zmq4j.logging.jul.PubHandler;
import io.zmq4j.logging.log4j2.PubAppender;
import io.zmq4j.testkit.PythonPeer;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.junit.jupiter.api.Test;

/** What {@code python3 -m zmq.log} prints of the records of each framework. */
class PyzmqLogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ANY_PORT = "tcp://127.0.0.1:*";

    /** What {@code -m} does. */
    private static final String WATCHER = """
            import runpy
            runpy.run_module("zmq.log", run_name="__main__", alter_sys=True)
            """;

    @Test
    void recordsOfJavaUtilLogging() {
        var publisher = LogPublisher.builder().bind(ANY_PORT).rootTopic("shop").open();
        try (var python = watching(publisher, "-t", "shop.ERROR")) {
            var handler = new PubHandler(publisher);
            handler.publish(named(Level.INFO, "unwanted"));
            handler.publish(named(Level.SEVERE, "orders.eu::größer"));

            python.expectLine("shop.ERROR.orders.eu | com.acme.Shop - größer", PATIENCE);
        } finally {
            publisher.close();
        }
    }

    private static LogRecord named(Level level, String message) {
        var record = new LogRecord(level, message);
        record.setLoggerName("com.acme.Shop");
        return record;
    }

    @Test
    void recordsOfLogback() {
        var context = new LoggerContext();
        var appender = new io.zmq4j.logging.logback.PubAppender();
        appender.setContext(context);
        appender.setBind(ANY_PORT);
        appender.start();
        try (var python = watching(appender.publisher().orElseThrow(), "--separator", ": ", "--align")) {
            var shop = context.getLogger("com.acme.Shop");
            shop.addAppender(appender);
            shop.warn("orders.eu::low on {}", "tea");
            shop.info("open");

            python.expectLine("WARNING.orders.eu: com.acme.Shop - low on tea", PATIENCE);
            python.expectLine("INFO   .      .  : com.acme.Shop - open", PATIENCE);
        } finally {
            context.stop();
        }
    }

    @Test
    void recordsOfLog4j() {
        PubAppender appender =
                PubAppender.newBuilder().setName("ZMQ").setBind(ANY_PORT).build();
        appender.start();
        try (var python = watching(appender.publisher())) {
            appender.append(Log4jLogEvent.newBuilder()
                    .setLoggerName("com.acme.Shop")
                    .setLevel(org.apache.logging.log4j.Level.FATAL)
                    .setMessage(new ParameterizedMessage("burnt {}", "down"))
                    .build());

            python.expectLine("CRITICAL | com.acme.Shop - burnt down", PATIENCE);
        } finally {
            appender.stop();
        }
    }

    /** Started, and subscribed. */
    private static PythonPeer watching(LogPublisher publisher, String... options) {
        var arguments = new String[options.length + 1];
        System.arraycopy(options, 0, arguments, 0, options.length);
        arguments[options.length] = publisher.endpoint();
        var python = new PythonPeer(WATCHER, arguments);
        if (!publisher.awaitSubscriber(PATIENCE)) {
            python.close();
            throw new AssertionError("python has not subscribed");
        }
        return python;
    }
}
