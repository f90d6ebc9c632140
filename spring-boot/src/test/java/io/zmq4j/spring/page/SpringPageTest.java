package io.zmq4j.spring.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.SubSocket;
import io.zmq4j.message.Message;
import io.zmq4j.spring.Application;
import io.zmq4j.spring.ZmqTemplate;
import io.zmq4j.spring.autoconfigure.ZmqProperties;
import io.zmq4j.spring.page.Shop.Order;
import io.zmq4j.spring.page.Shop.Receipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/** The page has no Java that does not stand in this package, and its application works as it says. */
class SpringPageTest {
    private static final Path PAGE = Path.of("..", "docs", "spring.md");
    private static final Path HERE = Path.of("src/test/java/io/zmq4j/spring/page");

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static List<PropertySource<?>> properties(String yaml) throws IOException {
        return new YamlPropertySourceLoader()
                .load("page", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyBlockOfThePageStandsHere() throws IOException {
        var sources = new StringBuilder();
        try (Stream<Path> files = Files.list(HERE)) {
            for (Path file : files.sorted().toList()) {
                sources.append(withoutLayout(Files.readString(file)));
            }
        }

        assertThat(blocks("java"))
                .hasSizeGreaterThan(5)
                .allSatisfy(block -> assertThat(sources).contains(withoutLayout(block)));
    }

    private static String withoutLayout(String source) {
        return source.replaceAll("\\s", "");
    }

    @Test
    void everyYamlIsProperties() throws IOException {
        for (String yaml : blocks("yaml")) {
            var environment = new StandardEnvironment();
            properties(yaml).forEach(environment.getPropertySources()::addFirst);
            assertThat(Binder.get(environment)
                            .bind("zmq4j", ZmqProperties.class)
                            .get()
                            .sockets())
                    .as(yaml)
                    .containsKey("orders");
        }
    }

    @Test
    void theShopAnswersAndPublishes() throws IOException {
        String yaml = blocks("yaml").get(0).replaceAll("tcp://[^:]*:(\\d+)", "inproc://$1");
        List<PropertySource<?>> properties = properties(yaml);
        Application.withJackson()
                .withInitializer(application ->
                        properties.forEach(application.getEnvironment().getPropertySources()::addFirst))
                .withBean(Shop.OrderDesk.class)
                .run(application -> {
                    ZmqTemplate zmq = application.getBean(ZmqTemplate.class);
                    try (SubSocket watcher = application.getBean(Context.class).sub()) {
                        watcher.subscribe("tea").connect("inproc://5556");
                        Receipt receipt = zmq.request("ask", new Order("tea", 2), Receipt.class);
                        assertThat(receipt).isEqualTo(new Receipt("tea", 500));
                        assertThat(watcher.receive(Application.PATIENCE))
                                .hasValue(Message.of("tea", "{\"item\":\"tea\",\"count\":2}"));
                    }
                });
    }

    private static ApplicationContextRunner prices(Class<?> listener) {
        return Application.withJackson()
                .withBean("listening", listener)
                .withPropertyValues(
                        "zmq4j.sockets.prices.type=pull",
                        "zmq4j.sockets.prices.bind=inproc://prices",
                        "zmq4j.sockets.out.type=push",
                        "zmq4j.sockets.out.connect=inproc://prices");
    }

    @Test
    void framesAreParametersAndAMessageIsHandedOn() {
        prices(Prices.class).run(application -> {
            application.getBean(ZmqTemplate.class).send("out", "ACME", new Prices.Price(5));
            Prices prices = application.getBean(Prices.class);
            assertThat(Application.becomes(() -> prices.board.containsKey("ACME")))
                    .isTrue();
        });
        prices(Gateway.class).run(application -> {
            application.getBean(ZmqTemplate.class).send("out", "ACME", "5");
            assertThat(application.getBean(Gateway.class).taken.poll(20, TimeUnit.SECONDS))
                    .isEqualTo("5");
        });
    }

    @Test
    void whatIsSoldOutIsAnsweredByTheErrorHandler() {
        Application.withJackson()
                .withUserConfiguration(Customized.class)
                .withPropertyValues(
                        "zmq4j.sockets.orders.type=rep",
                        "zmq4j.sockets.orders.bind=inproc://orders",
                        "zmq4j.sockets.ask.type=req",
                        "zmq4j.sockets.ask.connect=inproc://orders")
                .run(application -> assertThat(
                                application.getBean(ZmqTemplate.class).request("ask", "tea", Message.class))
                        .isEqualTo(Message.of("", "tea is sold out")));
    }
}
