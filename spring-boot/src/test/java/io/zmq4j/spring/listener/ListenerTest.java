package io.zmq4j.spring.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.Socket;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.spring.Application;
import io.zmq4j.spring.FailedMessage;
import io.zmq4j.spring.ZmqErrorHandler;
import io.zmq4j.spring.ZmqListener;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What comes to a socket is given to a method. */
class ListenerTest {
    record Order(String item, int count) {}

    record Receipt(String item, int cents) {}

    static class Orders {
        @ZmqListener("orders")
        @Nullable
        Receipt take(Order order) {
            if (order.count() < 0) {
                throw new IllegalArgumentException("a secret of the house");
            }
            return order.count() == 0 ? null : new Receipt(order.item(), 5 * order.count());
        }
    }

    static class Jobs {
        final BlockingQueue<Object> taken = new LinkedBlockingQueue<>();

        @Nullable
        Object next() throws InterruptedException {
            return taken.poll(20, TimeUnit.SECONDS);
        }
    }

    static class Texts extends Jobs {
        @ZmqListener(socket = "jobs", deadLetters = "${dead:}")
        void take(String text) {
            if (text.startsWith("bad")) {
                throw new IllegalStateException(text);
            }
            taken.add(text);
        }
    }

    static class Frames extends Jobs {
        @ZmqListener("jobs")
        void take(String topic, byte[] bytes, Order order, Message rest) {
            taken.add(List.of(topic, new String(bytes, StandardCharsets.UTF_8), order, rest.frameCount()));
        }
    }

    static class Slow extends Jobs {
        final CountDownLatch three = new CountDownLatch(3);
        final AtomicInteger most = new AtomicInteger();
        final AtomicInteger now = new AtomicInteger();

        @ZmqListener(socket = "jobs", concurrency = "${at.once:3}")
        void take(Message message) throws InterruptedException {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            three.countDown();
            boolean isThere = three.await(20, TimeUnit.SECONDS);
            now.decrementAndGet();
            taken.add(List.of(isThere, isVirtual(Thread.currentThread()), message.text()));
        }
    }

    private static boolean isVirtual(Thread thread) {
        return thread.toString().startsWith("VirtualThread");
    }

    private static ApplicationContextRunner serving(String type) {
        return Application.withJackson()
                .withBean(Orders.class)
                .withPropertyValues("zmq4j.sockets.orders.type=" + type, "zmq4j.sockets.orders.bind=inproc://orders");
    }

    private static ApplicationContextRunner taking(Class<?> listener) {
        return Application.withJackson()
                .withBean(listener)
                .withPropertyValues(
                        "zmq4j.sockets.jobs.type=pull",
                        "zmq4j.sockets.jobs.bind=inproc://jobs",
                        "zmq4j.sockets.out.type=push",
                        "zmq4j.sockets.out.connect=inproc://jobs");
    }

    private static Message ask(AssertableApplicationContext application, String request) {
        try (ReqSocket req = application.getBean(Context.class).req()) {
            req.connect("inproc://orders");
            return req.request(Message.of(request), Application.PATIENCE);
        }
    }

    private static void send(AssertableApplicationContext application, String... messages) {
        for (String each : messages) {
            application.getBean("out", PushSocket.class).send(each);
        }
    }

    @Test
    void whatAMethodReturnsIsTheReplyOfARepAndARouter() {
        for (String type : List.of("rep", "router")) {
            serving(type)
                    .run(application -> assertThat(ask(application, "{\"item\":\"tea\",\"count\":3}")
                                    .text())
                            .as(type)
                            .isEqualTo("{\"item\":\"tea\",\"cents\":15}"));
        }
    }

    @Test
    void nullIsAnsweredByAnEmptyFrame() {
        serving("rep")
                .run(application -> assertThat(ask(application, "{\"item\":\"tea\",\"count\":0}"))
                        .isEqualTo(Message.empty()));
    }

    @Test
    void afterAFailureAndAnUnreadableRequestTheNextOneIsAnswered() {
        for (String type : List.of("rep", "router")) {
            serving(type).run(application -> {
                Message error = Message.of("", "error");
                assertThat(ask(application, "{\"item\":\"tea\",\"count\":-1}")).isEqualTo(error);
                assertThat(ask(application, "no JSON")).isEqualTo(error);
                assertThat(ask(application, "{\"item\":\"tea\",\"count\":1}").text())
                        .contains("\"cents\":5");
                assertThat(application.getBean("orders", Socket.class).drops())
                        .containsEntry(DropReason.HANDLER_FAILED, 2L);
                assertThat(application.getBean(ZmqListeners.class).failed()).isEqualTo(2);
            });
        }
    }

    @Test
    void anErrorHandlerMakesTheReply() {
        List<FailedMessage> failures = new ArrayList<>();
        ZmqErrorHandler handler = failed -> {
            failures.add(failed);
            return Message.of("", "no tea");
        };
        serving("rep").withBean(ZmqErrorHandler.class, () -> handler).run(application -> {
            assertThat(ask(application, "{\"item\":\"tea\",\"count\":-1}").text(1))
                    .isEqualTo("no tea");
            assertThat(failures).singleElement().satisfies(failed -> {
                assertThat(failed.listener()).isEqualTo("Orders.take");
                assertThat(failed.socket()).isEqualTo("orders");
                assertThat(failed.failure()).isInstanceOf(IllegalArgumentException.class);
            });
        });
    }

    @Test
    void oneParameterTakesAMessageOfOneFrame() {
        taking(Texts.class).run(application -> {
            application.getBean("out", PushSocket.class).send("one", "two");
            send(application, "tea");
            assertThat(application.getBean(Texts.class).next()).isEqualTo("tea");
            assertThat(application.getBean(ZmqListeners.class).failed()).isEqualTo(1);
        });
    }

    @Test
    void severalParametersTakeAFrameEachAndAMessageTheRest() {
        taking(Frames.class).run(application -> {
            PushSocket out = application.getBean("out", PushSocket.class);
            out.send("tea", "raw", "{\"item\":\"tea\",\"count\":1}");
            out.send("tea", "raw", "{\"item\":\"tea\",\"count\":1}", "and", "more");
            assertThat(application.getBean(Frames.class).next())
                    .isEqualTo(List.of("tea", "raw", new Order("tea", 1), 2));
            assertThat(application.getBean(ZmqListeners.class).failed()).isEqualTo(1);
        });
    }

    @Test
    void whatFailsGoesToTheDeadLettersWithItsErrorSocketAndFrames() {
        taking(Texts.class)
                .withPropertyValues(
                        "dead=dead", "zmq4j.sockets.dead.type=push", "zmq4j.sockets.dead.bind=inproc://dead")
                .run(application -> {
                    try (PullSocket undertaker =
                            application.getBean(Context.class).pull()) {
                        undertaker.connect("inproc://dead");
                        send(application, "bad tea");
                        assertThat(undertaker.receive(Application.PATIENCE))
                                .hasValue(Message.of("java.lang.IllegalStateException", "jobs", "bad tea"));
                    }
                });
    }

    @Test
    void deadLettersThatNobodyTakesHoldNothingUp() {
        taking(Texts.class)
                .withPropertyValues("zmq4j.listener.dead-letters=dead", "zmq4j.sockets.dead.type=push")
                .run(application -> {
                    send(application, "bad tea", "bad coffee", "good");
                    assertThat(application.getBean(Texts.class).next()).isEqualTo("good");
                });
    }

    @Test
    void anErrorHandlerThatThrowsLeavesItToTheDeadLetters() {
        ZmqErrorHandler handler = failed -> {
            throw new UnsupportedOperationException();
        };
        taking(Texts.class)
                .withBean(ZmqErrorHandler.class, () -> handler)
                .withPropertyValues(
                        "zmq4j.listener.dead-letters=dead",
                        "zmq4j.sockets.dead.type=push",
                        "zmq4j.sockets.dead.bind=inproc://dead")
                .run(application -> {
                    try (PullSocket undertaker =
                            application.getBean(Context.class).pull()) {
                        undertaker.connect("inproc://dead");
                        send(application, "bad tea");
                        assertThat(undertaker.receive(Application.PATIENCE))
                                .hasValueSatisfying(dead -> assertThat(dead.text())
                                        .isEqualTo(UnsupportedOperationException.class.getName()));
                    }
                });
    }

    @Test
    void asManyCallsAsItsConcurrencyRunAtOnce() {
        taking(Slow.class).run(application -> {
            send(application, "a", "b", "c", "d", "e", "f");
            Slow slow = application.getBean(Slow.class);
            for (int i = 0; i < 6; i++) {
                assertThat(slow.next())
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .startsWith(true, false);
            }
            assertThat(slow.most).hasValue(3);
        });
    }

    @Test
    void virtualThreadsAreTakenWhereTheApplicationSaysSo() {
        taking(Slow.class)
                .withPropertyValues("spring.threads.virtual.enabled=true")
                .run(application -> {
                    send(application, "a", "b", "c");
                    assertThat(application.getBean(Slow.class).next())
                            .asInstanceOf(InstanceOfAssertFactories.LIST)
                            .startsWith(true, Runtime.version().feature() >= 21);
                });
    }

    @Test
    void aListenerThatIsStoppedLeavesTheMessagesAndMayBeginAgain() {
        taking(Texts.class).run(application -> {
            ZmqListeners listeners = application.getBean(ZmqListeners.class);
            listeners.stop();
            assertThat(listeners.isRunning()).isFalse();
            send(application, "later");
            assertThat(application.getBean(Texts.class).taken).isEmpty();
            listeners.start();
            assertThat(application.getBean(Texts.class).next()).isEqualTo("later");
        });
    }

    @Test
    void withoutAutoStartupNothingIsTakenBeforeTheStart() {
        taking(Texts.class)
                .withPropertyValues("zmq4j.listener.auto-startup=false")
                .run(application -> {
                    send(application, "tea");
                    assertThat(application.getBean(ZmqListeners.class).isRunning())
                            .isFalse();
                    application.getBean(ZmqListeners.class).start();
                    assertThat(application.getBean(Texts.class).next()).isEqualTo("tea");
                });
    }
}
