package io.zmq4j.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.logging.log4j2.PubAppender;
import io.zmq4j.testkit.Ports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Log4j 2, configured as by {@code log4j2.xml}. */
class Log4jTest {
    private final LoggerContext context = new LoggerContext("test");
    private final Logger shop = context.getLogger("com.acme.Shop");

    @AfterEach
    void stop() {
        context.stop();
        ThreadContext.clearAll();
    }

    @Test
    void theFileIsEnough() throws IOException {
        try (var reader = Reader.of(configured("bind='tcp://127.0.0.1:*' rootTopic='shop'", ""))) {
            shop.info("orders::booked {}", 7);
            shop.error("sold out", new IllegalStateException("none left"));

            assertThat(reader.next()).isEqualTo("shop.INFO.orders|com.acme.Shop - booked 7\n");
            assertThat(reader.next())
                    .startsWith(
                            "shop.ERROR|com.acme.Shop - sold out\njava.lang.IllegalStateException: none left\n\tat ");
        }
    }

    @Test
    void theLayoutIsTheFrameworksWithItsContextAndMarkers() throws IOException {
        try (var reader = Reader.of(configured(
                "bind='tcp://127.0.0.1:*' highWaterMark='5' lingerMillis='10' options='SNDBUF=65536'",
                "<PatternLayout pattern='%level %X{user} %marker %msg €'/>"))) {
            ThreadContext.put("user", "anna");
            shop.warn(MarkerManager.getMarker("AUDIT"), "paid");

            assertThat(reader.next()).isEqualTo("WARNING|WARN anna AUDIT paid €");
        }
    }

    @Test
    void levelsHaveTheNamesOfPython() throws IOException {
        try (var reader = Reader.of(configured("bind='tcp://127.0.0.1:*'", ""))) {
            shop.trace("a");
            shop.debug("b");
            shop.log(Level.forName("VERBOSE", 450), "between DEBUG and INFO");
            shop.info("c");
            shop.warn("d");
            shop.error("e");
            shop.fatal("f");

            for (String name : List.of("DEBUG", "DEBUG", "INFO", "INFO", "WARNING", "ERROR", "CRITICAL")) {
                assertThat(reader.next()).startsWith(name + "|");
            }
        }
    }

    @Test
    void anEndpointThatIsTakenIsToldByTheStatusLoggerAndTheApplicationGoesOn() throws IOException {
        var status = new Status();
        StatusLogger.getLogger().registerListener(status);
        try (var taken = LogPublisher.builder().bind("tcp://127.0.0.1:*").open()) {
            configure("bind='" + taken.endpoint() + "'", "");
            shop.info("going on");

            assertThat(status.messages)
                    .anySatisfy(message ->
                            assertThat(message).contains("Zmq", "log records cannot be published", taken.endpoint()));
        }
    }

    /** Log4j starts a new configuration before it stops the old one. */
    @Test
    void theSocketIsKeptWhenItIsConfiguredAnewAndGivenUpWithTheLast() throws IOException {
        String endpoint = Ports.tcpEndpoint();
        try (var reader = Reader.of(configured("bind='" + endpoint + "'", ""))) {
            configure("bind='" + endpoint + "' rootTopic='again'", "");
            shop.info("here");

            assertThat(reader.next()).isEqualTo("again.INFO|com.acme.Shop - here\n");
        }
        context.stop();
        LogPublisher.builder().bind(endpoint).open().close();
    }

    @Test
    void theAppenderOfTheRootDoesNotPublishWhatPublishingLeadsTo() throws Exception {
        // Log4j puts an argument into words before it calls the appender: what that logs is a record like any other.
        assertThat(Recursion.published(
                        endpoints ->
                                configured("bind='" + endpoints.bind() + "' connect='" + endpoints.connect() + "'", ""),
                        (logger, message, argument) -> context.getLogger(logger).info(message + "{}", argument),
                        record -> context.getLogger(record.getLoggerName()).warn(record.getMessage())))
                .containsExactly("INFO|com.acme.Shop - inner \n", "INFO|com.acme.Shop - outer talk\n");
    }

    private LogPublisher configured(String attributes, String content) throws IOException {
        configure(attributes, content);
        PubAppender appender = context.getConfiguration().getAppender("ZMQ");
        return appender.publisher();
    }

    private void configure(String attributes, String content) throws IOException {
        String file = """
                <Configuration>
                  <Appenders><Zmq name="ZMQ" %s>%s</Zmq></Appenders>
                  <Loggers><Root level="all"><AppenderRef ref="ZMQ"/></Root></Loggers>
                </Configuration>
                """.formatted(attributes, content);
        var source = new ConfigurationSource(new ByteArrayInputStream(file.getBytes(UTF_8)));
        context.start(new XmlConfiguration(context, source));
    }

    /** What the status logger tells. */
    private static final class Status implements StatusListener {
        final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public void log(StatusData data) {
            messages.add(data.getMessage().getFormattedMessage());
        }

        @Override
        public Level getStatusLevel() {
            return Level.ERROR;
        }

        @Override
        public void close() {}
    }
}
