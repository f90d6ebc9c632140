package io.zmq4j.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.logging.jul.PubHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code java.util.logging}, configured as by {@code logging.properties}. */
class JulTest {
    private static final Logger SHOP = Logger.getLogger("com.acme.Shop");
    private static final String PREFIX = "io.zmq4j.logging.jul.PubHandler.";

    @AfterEach
    void configureAsBefore() throws IOException {
        LogManager.getLogManager().readConfiguration();
    }

    @Test
    void theFileOfPropertiesIsEnough() throws IOException {
        PubHandler handler = configured("bind = tcp://127.0.0.1:*", "rootTopic = shop", "highWaterMark = 5");
        try (var reader = Reader.of(handler.publisher().orElseThrow())) {
            SHOP.log(Level.INFO, "orders::booked {0}", 7);
            SHOP.log(Level.SEVERE, "sold out", new IllegalStateException("none left"));

            assertThat(reader.next()).isEqualTo("shop.INFO.orders|com.acme.Shop - booked 7\n");
            assertThat(reader.next())
                    .startsWith(
                            "shop.ERROR|com.acme.Shop - sold out\njava.lang.IllegalStateException: none left\n\tat ")
                    .contains("JulTest");
        }
    }

    /** As with the handlers of the JDK: of two, one is of a class of its own. */
    @Test
    void aHandlerThatExtendsItHasPropertiesOfItsOwn() throws IOException {
        String name = Second.class.getName();
        LogManager.getLogManager()
                .readConfiguration(
                        new ByteArrayInputStream(("handlers = %s\n%s.bind = tcp://127.0.0.1:*\n%s.rootTopic = second"
                                        .formatted(name, name, name))
                                .getBytes(UTF_8)));
        var handler = (Second) Logger.getLogger("").getHandlers()[0];
        try (var reader = Reader.of(handler.publisher().orElseThrow())) {
            SHOP.info("open");

            assertThat(reader.next()).isEqualTo("second.INFO|com.acme.Shop - open\n");
        }
    }

    /** As a handler is named in a file. */
    public static final class Second extends PubHandler {
        public Second() {}
    }

    @Test
    void levelAndFormatterAndFilterAreTheFrameworks() throws IOException {
        PubHandler handler = configured(
                "bind = tcp://127.0.0.1:*",
                "level = INFO",
                "formatter = java.util.logging.XMLFormatter",
                "filter = " + OddFilter.class.getName());
        try (var reader = Reader.of(handler.publisher().orElseThrow())) {
            SHOP.config("below the level");
            SHOP.info("even");
            SHOP.info("odd");

            assertThat(reader.next()).startsWith("INFO|<record>").contains("<message>odd</message>");
        }
    }

    /** As a filter is named in a file. */
    public static final class OddFilter implements java.util.logging.Filter {
        @Override
        public boolean isLoggable(LogRecord record) {
            return record.getMessage().equals("odd");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1200, CRITICAL",
        "1000, ERROR",
        "950, WARNING",
        "900, WARNING",
        "800, INFO",
        "700, DEBUG",
        "500, DEBUG",
        "300, DEBUG"
    })
    void levelsHaveTheNamesOfPython(String level, String name) {
        var handler =
                new PubHandler(LogPublisher.builder().bind("tcp://127.0.0.1:*").open());
        try (var reader = Reader.of(handler.publisher().orElseThrow())) {
            handler.publish(new LogRecord(Level.parse(level), "x"));

            assertThat(reader.next()).isEqualTo(name + "|x\n");
        } finally {
            handler.close();
        }
    }

    @Test
    void anEndpointThatIsTakenIsToldAndTheApplicationGoesOn() throws IOException {
        try (var taken = LogPublisher.builder().bind("tcp://127.0.0.1:*").open()) {
            String told = told(() -> {
                PubHandler handler = configured("bind = " + taken.endpoint());
                SHOP.info("going on");
                assertThat(handler.publisher()).isEmpty();
            });

            assertThat(told).contains("log records cannot be published", "EndpointException");
        }
    }

    @Test
    void aValueThatIsNotAllowedIsToldWithItsName() throws IOException {
        String told = told(() -> configured("bind = tcp://127.0.0.1:*", "lingerMillis = soon"));

        assertThat(told).contains(PREFIX + "lingerMillis is 'soon'");
    }

    @Test
    void aFormatterThatFailsIsToldAndTheApplicationGoesOn() throws IOException {
        String told = told(() -> {
            PubHandler handler = configured("bind = tcp://127.0.0.1:*");
            handler.setFormatter(new java.util.logging.SimpleFormatter() {
                @Override
                public String format(LogRecord record) {
                    throw new IllegalStateException("no words");
                }
            });
            try (var reader = Reader.of(handler.publisher().orElseThrow())) {
                SHOP.info("unsaid");
                handler.setFormatter(new io.zmq4j.logging.jul.LineFormatter());
                SHOP.info("said");

                assertThat(reader.next()).isEqualTo("INFO|com.acme.Shop - said\n");
            }
        });

        assertThat(told).contains("no words");
    }

    @Test
    void theHandlerOfTheRootDoesNotPublishWhatPublishingLeadsTo() throws Exception {
        assertThat(Recursion.published(
                        endpoints -> configured("bind = " + endpoints.bind(), "connect = " + endpoints.connect())
                                .publisher()
                                .orElseThrow(),
                        (logger, message, argument) ->
                                Logger.getLogger(logger).log(Level.INFO, message + "{0}", argument),
                        record -> {}))
                .containsExactly("INFO|com.acme.Shop - outer talk\n");
    }

    private interface Step {
        void run() throws IOException;
    }

    /** What a step tells on stderr, as the framework's error manager does. */
    private static String told(Step step) throws IOException {
        PrintStream before = System.err;
        var told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, UTF_8));
        try {
            step.run();
        } finally {
            System.setErr(before);
        }
        return told.toString(UTF_8);
    }

    private static PubHandler configured(String... properties) throws IOException {
        var file = new StringBuilder(".level = ALL\nhandlers = io.zmq4j.logging.jul.PubHandler\n");
        Stream.of(properties)
                .forEach(property -> file.append(PREFIX).append(property).append('\n'));
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(file.toString().getBytes(UTF_8)));
        return (PubHandler) Logger.getLogger("").getHandlers()[0];
    }
}
