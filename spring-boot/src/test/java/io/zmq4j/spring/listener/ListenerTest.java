package io.zmq4j.spring.listener;

import static io.zmq4j.spring.listener.Listening.ask;
import static io.zmq4j.spring.listener.Listening.send;
import static io.zmq4j.spring.listener.Listening.serving;
import static io.zmq4j.spring.listener.Listening.taking;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PushSocket;
import io.zmq4j.message.Message;
import io.zmq4j.spring.Application;
import io.zmq4j.spring.ZmqListener;
import io.zmq4j.spring.listener.Listening.Jobs;
import io.zmq4j.spring.listener.Listening.Order;
import io.zmq4j.spring.listener.Listening.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What comes to a socket is given to a method. */
class ListenerTest {
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
    void aBeanThatIsMadeLateListensAtOnce() {
        Application.withJackson()
                .withBean(Texts.class, Texts::new, definition -> definition.setLazyInit(true))
                .withPropertyValues("zmq4j.sockets.jobs.type=pull", "zmq4j.sockets.jobs.bind=inproc://jobs")
                .withPropertyValues("zmq4j.sockets.out.type=push", "zmq4j.sockets.out.connect=inproc://jobs")
                .run(application -> {
                    send(application, "tea");
                    assertThat(application.getBean(Texts.class).next()).isEqualTo("tea");
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
