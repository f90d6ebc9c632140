package io.zmq4j.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusUtil;
import io.zmq4j.logging.logback.PubAppender;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;

/** Logback, configured as by {@code logback.xml}. */
class LogbackTest {
    private final LoggerContext context = new LoggerContext();
    private final Logger shop = context.getLogger("com.acme.Shop");

    LogbackTest() {
        context.setMDCAdapter(MDC.getMDCAdapter());
    }

    @AfterEach
    void stop() {
        context.stop();
        MDC.clear();
    }

    @Test
    void theFileIsEnough() throws JoranException {
        try (var reader = Reader.of(configured("<bind>tcp://127.0.0.1:*</bind><rootTopic>shop</rootTopic>"))) {
            shop.info("orders::booked {}", 7);
            shop.error("sold out", new IllegalStateException("none left"));

            assertThat(reader.next()).isEqualTo("shop.INFO.orders|com.acme.Shop - booked 7\n");
            assertThat(reader.next())
                    .startsWith(
                            "shop.ERROR|com.acme.Shop - sold out\njava.lang.IllegalStateException: none left\n\tat ");
        }
    }

    @Test
    void theEncoderIsTheFrameworksWithItsContextAndMarkers() throws JoranException {
        try (var reader = Reader.of(configured("""
                <bind>tcp://127.0.0.1:*</bind>
                <highWaterMark>5</highWaterMark>
                <lingerMillis>10</lingerMillis>
                <options>SNDBUF=65536</options>
                <encoder><pattern>%level %X{user} %marker %msg €</pattern></encoder>
                """))) {
            MDC.put("user", "anna");
            shop.warn(MarkerFactory.getMarker("AUDIT"), "paid");

            assertThat(reader.next()).isEqualTo("WARNING|WARN anna AUDIT paid €");
        }
    }

    @Test
    void levelsHaveTheNamesOfPython() throws JoranException {
        try (var reader = Reader.of(configured("<bind>tcp://127.0.0.1:*</bind>"))) {
            shop.trace("a");
            shop.debug("b");
            shop.info("c");
            shop.warn("d");
            shop.error("e");

            assertThat(reader.next()).startsWith("DEBUG|");
            assertThat(reader.next()).startsWith("DEBUG|");
            assertThat(reader.next()).startsWith("INFO|");
            assertThat(reader.next()).startsWith("WARNING|");
            assertThat(reader.next()).startsWith("ERROR|");
        }
    }

    @Test
    void anEndpointThatIsTakenIsAStatusAndTheApplicationGoesOn() throws JoranException {
        try (var taken = LogPublisher.builder().bind("tcp://127.0.0.1:*").open()) {
            configure("<bind>" + taken.endpoint() + "</bind>");
            shop.info("going on");

            assertThat(new StatusUtil(context).containsMatch(Status.ERROR, "log records cannot be published"))
                    .isTrue();
        }
    }

    @Test
    void anOptionThatDoesNotExistIsAStatus() throws JoranException {
        configure("<bind>tcp://127.0.0.1:*</bind><options>NOSUCH=1</options>");

        assertThat(new StatusUtil(context).containsMatch(Status.ERROR, ".*NOSUCH"))
                .isTrue();
    }

    @Test
    void anEndpointIsFreeAgainWhenItIsConfiguredAnew() throws JoranException {
        String endpoint = io.zmq4j.testkit.Ports.tcpEndpoint();
        configured("<bind>" + endpoint + "</bind>");
        context.reset();
        try (var reader = Reader.of(configured("<bind>" + endpoint + "</bind><rootTopic>again</rootTopic>"))) {
            shop.info("here");

            assertThat(reader.next()).isEqualTo("again.INFO|com.acme.Shop - here\n");
        }
    }

    @Test
    void theAppenderOfTheRootDoesNotPublishWhatPublishingLeadsTo() throws Exception {
        assertThat(Recursion.published(
                        endpoints -> configured(
                                "<bind>" + endpoints.bind() + "</bind><connect>" + endpoints.connect() + "</connect>"),
                        (logger, message, argument) -> context.getLogger(logger).info(message + "{}", argument),
                        record -> context.getLogger(record.getLoggerName()).warn(record.getMessage())))
                .containsExactly("INFO|com.acme.Shop - outer talk\n");
    }

    private LogPublisher configured(String properties) throws JoranException {
        configure(properties);
        var appender = (PubAppender) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("ZMQ");
        return appender.publisher().orElseThrow();
    }

    private void configure(String properties) throws JoranException {
        String file = """
                <configuration>
                  <appender name="ZMQ" class="io.zmq4j.logging.logback.PubAppender">%s</appender>
                  <root level="ALL"><appender-ref ref="ZMQ"/></root>
                </configuration>
                """.formatted(properties);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(file.getBytes(UTF_8)));
    }
}
