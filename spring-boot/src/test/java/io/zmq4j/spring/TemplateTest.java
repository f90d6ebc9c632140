package io.zmq4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.RepSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.codec.Codec;
import io.zmq4j.error.DecodeException;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;

/** Values are sent and asked for by the names of sockets. */
class TemplateTest {
    record Order(String item, int count) {}

    @Configuration(proxyBeanMethods = false)
    static class PlainCodec {
        @Bean
        Codec<Order> orderCodec() {
            return Codec.text().map(text -> new Order(text, 1), Order::item);
        }
    }

    private static ApplicationContextRunner asking(String type) {
        return Application.withJackson()
                .withPropertyValues(
                        "zmq4j.sockets.server.type=rep",
                        "zmq4j.sockets.server.bind=inproc://server",
                        "zmq4j.sockets.ask.type=" + type,
                        "zmq4j.sockets.ask.connect=inproc://server",
                        "zmq4j.sockets.lonely.type=push",
                        "zmq4j.sockets.lonely.connect=inproc://nobody",
                        "zmq4j.sockets.lonely.options.immediate=true");
    }

    @Test
    void aReqAndADealerAskAndAnswerValues() {
        for (String type : List.of("req", "dealer")) {
            asking(type).run(application -> {
                application.getBean(RepSocket.class).serve(request -> Message.of("[" + request.text() + "]"));
                ZmqTemplate zmq = application.getBean(ZmqTemplate.class);
                Order order = new Order("tea", 3);

                assertThat(zmq.request("ask", order, Order[].class)).as(type).containsExactly(order);
                var list = new ParameterizedTypeReference<List<Order>>() {};
                assertThat(zmq.request("ask", order, list, Application.PATIENCE))
                        .containsExactly(order);
                assertThat(zmq.request("ask", "tea", String.class)).isEqualTo("[tea]");
                assertThat(zmq.request("ask", 7, int[].class)).containsExactly(7);
            });
        }
    }

    @Test
    void aDealerAnswersByAFuture() {
        asking("dealer").run(application -> {
            application.getBean(RepSocket.class).serve(request -> request);
            assertThat(application
                            .getBean(ZmqTemplate.class)
                            .requestAsync("ask", 42, int.class, Application.PATIENCE)
                            .get(20, TimeUnit.SECONDS))
                    .isEqualTo(42);
        });
    }

    @Test
    void aRequestThatNobodyAnswersFailsInTime() {
        for (String type : List.of("req", "dealer")) {
            asking(type)
                    .withPropertyValues("zmq4j.template.request-timeout=50ms")
                    .run(application -> assertThatThrownBy(
                                    () -> application.getBean(ZmqTemplate.class).request("ask", "tea", String.class))
                            .as(type)
                            .isInstanceOf(RequestFailedException.class));
        }
    }

    @Test
    void aReplyThatIsNoSuchValueIsAnError() {
        asking("req").run(application -> {
            application.getBean(RepSocket.class).serve(request -> Message.of("", "error"));
            assertThatThrownBy(() -> application.getBean(ZmqTemplate.class).request("ask", "tea", Order.class))
                    .isInstanceOf(DecodeException.class);
        });
    }

    @Test
    void aSendThatNobodyTakesFailsInTime() {
        asking("req")
                .withPropertyValues("zmq4j.template.send-timeout=50ms")
                .run(application -> assertThatThrownBy(
                                () -> application.getBean(ZmqTemplate.class).send("lonely", "tea"))
                        .isInstanceOf(WaitTimeoutException.class)
                        .hasMessage("the socket \"lonely\" did not take a message within 50 ms"));
    }

    @Test
    void aTopicIsTheFirstFrame() {
        Application.withJackson()
                .withPropertyValues(
                        "zmq4j.sockets.out.type=pub",
                        "zmq4j.sockets.out.bind=inproc://news",
                        "zmq4j.sockets.in.type=sub",
                        "zmq4j.sockets.in.connect=inproc://news",
                        "zmq4j.sockets.in.subscribe=tea")
                .run(application -> {
                    ZmqTemplate zmq = application.getBean(ZmqTemplate.class);
                    zmq.send("out", "coffee", new Order("coffee", 1));
                    zmq.send("out", "tea", new Order("tea", 2));
                    assertThat(application.getBean(SubSocket.class).receive(Application.PATIENCE))
                            .hasValue(Message.of("tea", "{\"item\":\"tea\",\"count\":2}"));
                });
    }

    @Test
    void aCodecThatIsABeanGoesBeforeJson() {
        asking("req").withUserConfiguration(PlainCodec.class).run(application -> {
            application.getBean(RepSocket.class).serve(request -> request);
            assertThat(application.getBean(ZmqTemplate.class).request("ask", new Order("tea", 9), Order.class))
                    .isEqualTo(new Order("tea", 1));
        });
    }

    @Test
    void withoutJacksonAnErrorSaysWhatBringsACodec() {
        Application.plain()
                .withPropertyValues("zmq4j.sockets.out.type=push")
                .run(application -> assertThatThrownBy(
                                () -> application.getBean(ZmqTemplate.class).send("out", new Order("tea", 1)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(
                                "there is no codec for io.zmq4j.spring.TemplateTest$Order: add io.zmq4j:jackson"));
    }

    @Test
    void aNameThatIsNoSocketAndASocketOfTheWrongTypeAreErrors() {
        asking("req").run(application -> {
            ZmqTemplate zmq = application.getBean(ZmqTemplate.class);
            assertThatThrownBy(() -> zmq.send("aks", "tea"))
                    .hasMessage("there is no socket \"aks\"; there are [server, ask, lonely]");
            assertThatThrownBy(() -> zmq.request("lonely", "tea", String.class, Duration.ofSeconds(1)))
                    .hasMessage("the socket \"lonely\" is a PUSH: requests go by a REQ or DEALER");
        });
    }
}
