package io.zmq4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Socket;
import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.spring.Application;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What editors know of the properties, and the table of options. */
class MetadataTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static JsonNode file(String name) throws IOException {
        try (InputStream in = MetadataTest.class.getResourceAsStream("/META-INF/" + name)) {
            assertThat(in).as(name).isNotNull();
            return JSON.readTree(in);
        }
    }

    static List<SocketOption<?>> options() {
        return SocketOptions.all();
    }

    @Test
    void everyOptionIsInTheMetadataAsTheTableHasIt() throws IOException {
        assertThat(file("additional-spring-configuration-metadata.json"))
                .as("it must be%n%s", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(expected()))
                .isEqualTo(expected());
    }

    private static ObjectNode expected() {
        ObjectNode root = JSON.createObjectNode();
        var properties = root.putArray("properties");
        for (SocketOption<?> option : SocketOptions.all()) {
            ObjectNode property = properties
                    .addObject()
                    .put(
                            "name",
                            "zmq4j.options."
                                    + option.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("type", typeOf(option))
                    .put("description", description(option));
            Object byDefault = option.defaultValue();
            if (byDefault instanceof Integer number) {
                property.put("defaultValue", number);
            } else if (byDefault instanceof Boolean flag) {
                property.put("defaultValue", flag);
            } else if (byDefault instanceof Duration time) {
                property.put("defaultValue", time.toMillis() + "ms");
            } else if (byDefault instanceof Long size) {
                property.put("defaultValue", size + "B");
            }
        }
        return root;
    }

    private static String typeOf(SocketOption<?> option) {
        if (option.type() == Long.class) {
            return "org.springframework.util.unit.DataSize";
        }
        boolean isText = option.type().isArray() || !option.type().getName().startsWith("java.");
        return isText ? String.class.getName() : option.type().getName();
    }

    private static String description(SocketOption<?> option) {
        String line = option.description();
        boolean isEverybodys = option.socketTypes().containsAll(SocketType.values());
        return Character.toUpperCase(line.charAt(0))
                + line.substring(1)
                + (isEverybodys
                        ? "."
                        : "; "
                                + String.join(
                                        ", ",
                                        option.socketTypes().stream()
                                                .map(SocketType::name)
                                                .toList()) + ".");
    }

    @Test
    void whatIsSaidOfThePropertiesIsInTheMetadata() throws IOException {
        JsonNode properties = file("spring-configuration-metadata.json").get("properties");

        assertThat(StreamSupport.stream(properties.spliterator(), false)
                        .filter(property -> !property.has("description"))
                        .map(property -> property.get("name").asString()))
                .isEmpty();
        assertThat(StreamSupport.stream(properties.spliterator(), false)
                        .map(property -> property.get("name").asString()))
                .contains("zmq4j.sockets", "zmq4j.context.close-timeout", "zmq4j.options.reconnect-ivl");
    }

    /** Boot looks there before it loads a class that mentions what is not on the class path. */
    @Test
    void whatNeedsAnotherLibraryIsLeftOutWhereItIsMissing() throws IOException {
        var conditions = new Properties();
        try (InputStream in =
                MetadataTest.class.getResourceAsStream("/META-INF/spring-autoconfigure-metadata.properties")) {
            conditions.load(in);
        }

        assertThat(conditions.getProperty(ZmqHealthAutoConfiguration.class.getName() + ".ConditionalOnClass"))
                .contains("org.springframework.boot.health.contributor.HealthContributor");
        assertThat(conditions.getProperty(ZmqJacksonAutoConfiguration.class.getName() + ".ConditionalOnClass"))
                .contains("io.zmq4j.jackson.JsonCodec");
        assertThat(conditions.getProperty(ZmqMetricsAutoConfiguration.class.getName() + ".ConditionalOnClass"))
                .contains("io.zmq4j.micrometer.ZmqMetrics");
    }

    @ParameterizedTest
    @MethodSource("options")
    void anOptionCanBeSetForAllSocketsAndForOne(SocketOption<?> option) {
        SocketType type = option.socketTypes().iterator().next();
        String value = option.type().isArray() ? "0x0102" : text(option);
        String name = option.name().toLowerCase(Locale.ROOT).replace('_', '-');

        Application.plain()
                .withPropertyValues(
                        "zmq4j.options." + name + "=" + value,
                        "zmq4j.sockets.one.type=" + type,
                        "zmq4j.sockets.one.options." + option.name() + "=" + value)
                .run(application -> {
                    assertThat(application).hasNotFailed();
                    assertThat(text(application.getBean("one", Socket.class), option))
                            .isEqualTo(option.type().isArray() ? "0x0102" : value);
                });
    }

    private static <T> String text(SocketOption<T> option) {
        return option.format(option.defaultValue());
    }

    private static <T> String text(Socket socket, SocketOption<T> option) {
        return option.format(socket.get(option));
    }
}
