package io.zmq4j.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import io.zmq4j.Context;
import io.zmq4j.PubSocket;
import io.zmq4j.curve.Curve;
import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.logging.jul.PubHandler;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.testkit.Ports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/logging.md shows works as it stands there, at another port; its Java stands here. */
class LoggingPageTest {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Path HERE = Path.of("src/test/java/io/zmq4j/logging/LoggingPageTest.java");

    private final String endpoint = Ports.tcpEndpoint();

    @AfterEach
    void configureAsBefore() throws IOException {
        LogManager.getLogManager().readConfiguration();
    }

    @Test
    void theFileOfProperties() throws IOException {
        configure(blocks("properties").get(0));
        Logger root = Logger.getLogger("");
        assertThat(root.getHandlers()).hasSize(2);
        root.removeHandler(root.getHandlers()[0]);
        LogPublisher publisher =
                ((PubHandler) root.getHandlers()[0]).publisher().orElseThrow();
        try (var reader = Reader.of(publisher)) {
            Logger.getLogger("com.acme.Shop").fine("below the level");
            Logger.getLogger("com.acme.Shop").info("open");

            assertThat(reader.next()).isEqualTo("shop.INFO|com.acme.Shop - open\n");
        }
    }

    @Test
    void theFileOfPropertiesWithACertificate(@TempDir Path directory) throws IOException {
        var certificate = CurveCertificate.of(CurveKeyPair.generate(), Map.of());
        certificate.saveSecret(directory.resolve("log.key_secret"));
        configure(blocks("properties").get(1).replace("/etc/shop", directory.toString()));
        LogPublisher publisher =
                ((PubHandler) Logger.getLogger("").getHandlers()[0]).publisher().orElseThrow();
        try (var context = Context.create();
                var sub = context.sub()) {
            sub.set(SocketOptions.SECURITY, Curve.client(CurveKeyPair.generate(), certificate.publicKey()));
            sub.subscribe("INFO");
            sub.connect(endpoint);
            assertThat(publisher.awaitSubscriber(Reader.PATIENCE)).isTrue();
            Logger.getLogger("com.acme.Shop").info("open");

            assertThat(sub.receive(Reader.PATIENCE).orElseThrow().text(1)).isEqualTo("com.acme.Shop - open\n");
        }
    }

    @Test
    void theProgram() {
        Logger.getLogger("").removeHandler(Logger.getLogger("").getHandlers()[0]);
        var handler = new PubHandler(
                LogPublisher.builder().bind(endpoint).rootTopic("shop").open());
        Logger.getLogger("").addHandler(handler);
        try (var reader = Reader.of(handler.publisher().orElseThrow())) {
            say(Logger.getLogger("com.acme.Shop"), "tea");

            assertThat(reader.next()).isEqualTo("shop.INFO.orders.eu|com.acme.Shop - booked tea\n");
        } finally {
            handler.close();
        }
    }

    private static void say(Logger log, String order) {
        log.info("orders.eu::booked " + order); // shop.INFO.orders.eu
    }

    @Test
    void theSocketOfTheProgram() {
        try (var context = Context.create();
                var pub = context.pub()) {
            pub.bind(endpoint);
            PubHandler handler = handler(pub);
            try (var reader = Reader.of(handler.publisher().orElseThrow())) {
                handler.publish(new java.util.logging.LogRecord(java.util.logging.Level.INFO, "open"));

                assertThat(reader.next()).isEqualTo("shop.INFO|open\n");
            }
        }
    }

    private static PubHandler handler(PubSocket pub) {
        var handler = new PubHandler(LogPublisher.of(pub, "shop"));
        return handler;
    }

    @Test
    void theFileOfLogback() throws Exception {
        var context = new LoggerContext();
        context.setMDCAdapter(org.slf4j.MDC.getMDCAdapter());
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(stream(blocks("xml").get(1)));
        var appender = (io.zmq4j.logging.logback.PubAppender)
                context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("ZMQ");
        try (var reader = Reader.of(appender.publisher().orElseThrow());
                var user = org.slf4j.MDC.putCloseable("user", "anna")) {
            assertThat(user).isNotNull();
            context.getLogger("com.acme.Shop").info("open");

            assertThat(reader.next()).isEqualTo("shop.INFO|[" + thread() + "] com.acme.Shop anna - open\n");
        } finally {
            context.stop();
        }
    }

    @Test
    void theFileOfLog4j() throws IOException {
        var context = new org.apache.logging.log4j.core.LoggerContext("page");
        context.start(new XmlConfiguration(
                context, new ConfigurationSource(stream(blocks("xml").get(2)))));
        io.zmq4j.logging.log4j2.PubAppender appender =
                context.getConfiguration().getAppender("ZMQ");
        try (var reader = Reader.of(appender.publisher());
                var user = org.apache.logging.log4j.CloseableThreadContext.put("user", "anna")) {
            assertThat(user).isNotNull();
            context.getLogger("com.acme.Shop").info("open");

            assertThat(reader.next()).isEqualTo("shop.INFO|[" + thread() + "] Shop anna - open\n");
        } finally {
            context.stop();
        }
    }

    @Test
    void everyBlockOfJavaStandsHere() throws IOException {
        String source = withoutLayout(Files.readString(HERE));

        assertThat(withLabel("java"))
                .hasSize(3)
                .allSatisfy(block -> assertThat(source).contains(withoutLayout(block)));
    }

    private static String withoutLayout(String source) {
        return source.replaceAll("\\s", "");
    }

    private static String thread() {
        return Thread.currentThread().getName();
    }

    private void configure(String properties) throws IOException {
        LogManager.getLogManager().readConfiguration(stream(properties));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** Of files of settings, at a port of the test's own. */
    private List<String> blocks(String label) throws IOException {
        return withLabel(label).stream()
                .map(block -> block.replaceAll("tcp://(\\*|127.0.0.1):5570", endpoint))
                .toList();
    }

    private static List<String> withLabel(String label) throws IOException {
        try (Stream<String> blocks = BLOCK.matcher(Files.readString(Path.of("..", "docs", "logging.md")))
                .results()
                .filter(block -> block.group(1).equals(label))
                .map(block -> block.group(2))) {
            return blocks.toList();
        }
    }
}
