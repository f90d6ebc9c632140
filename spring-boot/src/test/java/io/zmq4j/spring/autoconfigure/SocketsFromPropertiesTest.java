package io.zmq4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.XPubSocket;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.spring.Application;
import io.zmq4j.spring.ContextBuilderCustomizer;
import io.zmq4j.spring.SocketCustomizer;
import io.zmq4j.zmtp.SocketType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.InputStreamResource;

/** What stands under {@code zmq4j.sockets} becomes sockets. */
class SocketsFromPropertiesTest {
    private static final String YAML = """
            spring.application.name: shop
            zmq4j:
              context: {io-loops: 2}
              options: {LINGER: 1s}
              sockets:
                orders:
                  type: router
                  bind: "tcp://127.0.0.1:*"
                  options: {RCVHWM: 5000, ZMQ_SNDHWM: 9, ROUTER_MANDATORY: true, reconnect-ivl: 250ms, MAXMSGSIZE: 1MB}
                news:
                  type: SUB
                  connect: ["inproc://news", "inproc://more"]
                  subscribe: [netherlands, germany]
                everything:
                  type: sub
                  subscribe: ""
            """;

    private static ApplicationContextRunner with(String yaml) {
        return Application.plain().withInitializer(application -> {
            try {
                var resource = new InputStreamResource(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
                for (PropertySource<?> source : new YamlPropertySourceLoader().load("yaml", resource)) {
                    application.getEnvironment().getPropertySources().addLast(source);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void aSocketIsABeanOfItsNameAndType() {
        with(YAML).run(application -> {
            assertThat(application).hasNotFailed();
            assertThat(application.getBean("orders")).isInstanceOf(RouterSocket.class);
            assertThat(application.getBean(RouterSocket.class).name()).isEqualTo("orders");
            assertThat(application.getBean("news", SubSocket.class).type()).isEqualTo(SocketType.SUB);
            assertThat(application.getBean(Context.class).name()).isEqualTo("shop");
        });
    }

    @Test
    void socketsAreDealtOutAmongTheLoops() {
        with(YAML).run(application -> {
            Context context = application.getBean(Context.class);
            try (var open = context.pull()) {
                open.bind("tcp://127.0.0.1:*");
                assertThat(context.snapshot().loops()).hasSize(2);
            }
        });
    }

    @Test
    void optionsAreSetUnderTheNamesOfLibzmqAndOfSpring() {
        with(YAML).run(application -> {
            RouterSocket orders = application.getBean(RouterSocket.class);
            assertThat(orders.get(SocketOptions.RCVHWM)).isEqualTo(5000);
            assertThat(orders.get(SocketOptions.SNDHWM)).isEqualTo(9);
            assertThat(orders.get(SocketOptions.ROUTER_MANDATORY)).isTrue();
            assertThat(orders.get(SocketOptions.RECONNECT_IVL)).isEqualTo(Duration.ofMillis(250));
            assertThat(orders.get(SocketOptions.MAXMSGSIZE)).isEqualTo(1 << 20);
            assertThat(orders.get(SocketOptions.LINGER)).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @Test
    void anEnvironmentVariableGoesBeforeAFile() {
        with(YAML)
                .withInitializer(application -> application
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "test-systemEnvironment",
                                Map.of("ZMQ4J_SOCKETS_ORDERS_OPTIONS_ROUTER_MANDATORY", "0"))))
                .run(application -> assertThat(
                                application.getBean(RouterSocket.class).get(SocketOptions.ROUTER_MANDATORY))
                        .isFalse());
    }

    @Test
    void subscriptionsAreMadeAndEmptyTextIsEverything() {
        with(YAML).run(application -> {
            try (Context own = application.getBean(Context.class);
                    XPubSocket xpub = own.xpub()) {
                xpub.bind("inproc://news");
                assertThat(List.of(
                                xpub.receive().first().text(),
                                xpub.receive().first().text()))
                        .containsExactlyInAnyOrder("\1netherlands", "\1germany");
                try (XPubSocket all = own.xpub()) {
                    application.getBean("everything", SubSocket.class).connect(all.bind("tcp://127.0.0.1:*"));
                    assertThat(all.receive().first().text()).isEqualTo("\1");
                }
            }
        });
    }

    @Test
    void messagesPassBetweenSocketsOfProperties() {
        Application.plain()
                .withPropertyValues(
                        "zmq4j.sockets.in.type=pull",
                        "zmq4j.sockets.in.bind=inproc://work",
                        "zmq4j.sockets.out.type=push",
                        "zmq4j.sockets.out.connect=inproc://work")
                .run(application -> {
                    application.getBean(PushSocket.class).send("tea");
                    assertThat(application.getBean(PullSocket.class).receive(Application.PATIENCE))
                            .hasValueSatisfying(
                                    message -> assertThat(message.text()).isEqualTo("tea"));
                });
    }

    @Test
    void customizersAreAskedAfterTheOptionsAndBeforeTheEndpoints() {
        List<String> seen = new ArrayList<>();
        SocketCustomizer customizer = socket -> {
            seen.add(socket.name() + " " + socket.get(SocketOptions.SNDHWM) + " \"" + socket.lastEndpoint() + "\"");
            socket.set(SocketOptions.SNDHWM, 7);
        };
        ContextBuilderCustomizer name = builder -> builder.name("customized");
        Application.plain()
                .withBean(SocketCustomizer.class, () -> customizer)
                .withBean(ContextBuilderCustomizer.class, () -> name)
                .withPropertyValues(
                        "zmq4j.sockets.ask.type=dealer",
                        "zmq4j.sockets.ask.connect=inproc://nobody",
                        "zmq4j.sockets.ask.options.sndhwm=5")
                .run(application -> {
                    assertThat(seen).containsExactly("ask 5 \"\"");
                    assertThat(application.getBean(DealerSocket.class).get(SocketOptions.SNDHWM))
                            .isEqualTo(7);
                    assertThat(application.getBean(Context.class).name()).isEqualTo("customized");
                });
    }

    @Test
    void aContextOfTheApplicationIsTaken() {
        Application.plain()
                .withBean(Context.class, () -> Context.builder().name("own").build())
                .withPropertyValues("zmq4j.sockets.in.type=pull")
                .run(application -> {
                    assertThat(application).hasSingleBean(Context.class);
                    assertThat(application.getBean(Context.class).sockets())
                            .extracting(Socket::name)
                            .containsExactly("in");
                });
    }
}
