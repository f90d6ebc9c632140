package io.zmq4j.spring.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.PushSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.Socket;
import io.zmq4j.message.Message;
import io.zmq4j.spring.Application;
import io.zmq4j.spring.ZmqListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

/** The end of an application: listeners first, with time for the calls under way; the context late. */
class ShutdownTest {
    static class Patient {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        final AtomicReference<@Nullable Throwable> ending = new AtomicReference<>();

        String await() throws InterruptedException {
            begun.countDown();
            try {
                return goOn.await(60, TimeUnit.SECONDS) ? "done" : "nobody said go on";
            } catch (InterruptedException e) {
                ending.set(e);
                throw e;
            }
        }
    }

    static class Answering extends Patient {
        @ZmqListener("orders")
        String take(String order) throws InterruptedException {
            return await();
        }
    }

    static class Silent extends Patient {
        @ZmqListener(socket = "jobs", concurrency = "${at.once}")
        void take(Message job) throws InterruptedException {
            String unused = await();
        }
    }

    private static ApplicationContextRunner serving(String type) {
        return Application.plain()
                .withBean(Answering.class)
                .withPropertyValues("zmq4j.sockets.orders.type=" + type, "zmq4j.sockets.orders.bind=tcp://127.0.0.1:*");
    }

    @Test
    void aRequestUnderWayIsAnsweredAfterTheEndHasBegun() {
        for (String type : List.of("rep", "router")) {
            serving(type).run(application -> {
                try (Context outside = Context.create();
                        ReqSocket req = outside.req()) {
                    req.connect(application.getBean("orders", Socket.class).lastEndpoint());
                    var reply = CompletableFuture.supplyAsync(
                            () -> req.request(Message.of("tea"), Application.PATIENCE), ShutdownTest::inAThread);
                    Patient patient = application.getBean(Patient.class);
                    assertThat(patient.begun.await(20, TimeUnit.SECONDS)).isTrue();

                    var end = CompletableFuture.runAsync(
                            () -> close(application.getSourceApplicationContext()), ShutdownTest::inAThread);
                    ZmqListeners listeners = application.getBean(ZmqListeners.class);
                    assertThat(Application.becomes(() -> !listeners.isRunning()))
                            .isTrue();
                    assertThat(end).isNotDone();
                    patient.goOn.countDown();

                    assertThat(reply.get(20, TimeUnit.SECONDS).text()).as(type).isEqualTo("done");
                    end.get(20, TimeUnit.SECONDS);
                    assertThat(patient.ending).hasNullValue();
                }
            });
        }
    }

    @Test
    void aCallThatTakesLongerThanTheGraceIsInterrupted() {
        for (String atOnce : List.of("1", "3")) {
            Application.plain()
                    .withBean(Silent.class)
                    .withPropertyValues(
                            "at.once=" + atOnce,
                            "zmq4j.listener.grace=50ms",
                            "zmq4j.sockets.jobs.type=pull",
                            "zmq4j.sockets.jobs.bind=inproc://jobs",
                            "zmq4j.sockets.out.type=push",
                            "zmq4j.sockets.out.connect=inproc://jobs")
                    .run(application -> {
                        application.getBean("out", PushSocket.class).send("tea");
                        Silent silent = application.getBean(Silent.class);
                        assertThat(silent.begun.await(20, TimeUnit.SECONDS)).isTrue();
                        close(application.getSourceApplicationContext());
                        assertThat(Application.becomes(() -> silent.ending.get() != null))
                                .as(atOnce)
                                .isTrue();
                    });
        }
    }

    @Test
    void listenersStopFirstAndTheContextLastAfterTheLastWordWasSent() {
        Application.plain()
                .withBean(Between.class)
                .withBean(Answering.class)
                .withPropertyValues(
                        "zmq4j.sockets.orders.type=rep",
                        "zmq4j.sockets.audit.type=push",
                        "zmq4j.sockets.audit.bind=tcp://127.0.0.1:*")
                .run(application -> {
                    try (Context outside = Context.create();
                            var audit = outside.pull()) {
                        audit.connect(
                                application.getBean("audit", PushSocket.class).lastEndpoint());
                        assertThat(application
                                        .getBean("audit", PushSocket.class)
                                        .awaitPeer(Application.PATIENCE))
                                .isTrue();
                        Between between = application.getBean(Between.class);
                        Context context = application.getBean(Context.class);

                        close(application.getSourceApplicationContext());

                        assertThat(between.seen).containsExactly("listening: false", "closed: false");
                        assertThat(context.isClosed()).isTrue();
                        assertThat(audit.receiveText(Application.PATIENCE)).hasValue("the last word");
                    }
                });
    }

    @Test
    void anApplicationThatIsStoppedOrPausedMayGoOn() {
        serving("rep").run(application -> {
            ConfigurableApplicationContext source = application.getSourceApplicationContext();
            application.getBean(Patient.class).goOn.countDown();
            source.stop();
            assertThat(application.getBean(Context.class).isClosed()).isFalse();
            source.start();
            source.pause();
            assertThat(application.getBean(ZmqListeners.class).isRunning()).isFalse();
            source.restart();
            try (Context outside = Context.create();
                    ReqSocket req = outside.req()) {
                req.connect(application.getBean("orders", Socket.class).lastEndpoint());
                assertThat(req.request(Message.of("tea"), Application.PATIENCE).text())
                        .isEqualTo("done");
            }
        });
    }

    @Test
    void whileListenersRunTheJvmDoesNotEnd() throws InterruptedException {
        serving("rep").run(application -> {
            assertThat(keepAlive()).isEqualTo(1);
            close(application.getSourceApplicationContext());
        });
        assertThat(Application.becomes(() -> keepAlive() == 0)).isTrue();
    }

    private static void inAThread(Runnable task) {
        new Thread(task, "test").start();
    }

    private static long keepAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("zmq4j-keep-alive") && !thread.isDaemon())
                .count();
    }

    private static void close(ConfigurableApplicationContext application) {
        application.close();
    }
}
