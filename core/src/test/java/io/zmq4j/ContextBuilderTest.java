package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.EndpointState;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketDefaults;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextBuilderTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    // ---- name

    @Test
    void aContextHasAName() {
        try (var plain = Context.create();
                var named = Context.builder().name("prices").build()) {
            assertThat(plain.name()).isEqualTo("zmq4j");
            assertThat(named.name()).isEqualTo("prices");
        }
    }

    @Test
    void theThreadsOfAContextHaveItsName() throws Exception {
        try (var context = Context.builder().name("prices").build()) {
            RepSocket rep = context.rep();
            rep.onEvent(event -> {});
            Device.queue(context, "inproc://front", "inproc://back").start();
            Authenticator.start(context, rules -> {});
            var worker = new AtomicReference<String>();
            CompletableFuture<Void> told = rep.receiveAsync()
                    .thenAccept(message -> worker.set(Thread.currentThread().getName()));
            ReqSocket req = context.req();
            req.connect(rep.bind("tcp://127.0.0.1:*"));
            req.send("come");
            told.get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
            assertThat(worker).hasValue("prices-worker");
            assertThat(threadNames())
                    .contains("prices-loop-0", "prices-events", "prices-proxy", "prices-authenticator");
        }
    }

    private static List<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "\0"})
    void aNameThatCannotStandInALineIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Context.builder().name(name))
                .withMessageStartingWith("name is \"")
                .withMessageContaining("1 to 100 characters");
        try (var context = Context.create();
                var pub = context.pub()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pub.named(name))
                    .withMessageContaining("1 to 100 characters");
            assertThat(pub.name()).isEmpty();
        }
    }

    @Test
    void aNameHasAtMost100Characters() {
        String longest = "x".repeat(100);
        Context.builder().name(longest).build().close();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Context.builder().name(longest + "y"))
                .withMessageContaining(longest + "…\"");
    }

    @Test
    void aSocketMayHaveAName() {
        try (var context = Context.create()) {
            PubSocket ticker = context.pub().linger(Duration.ZERO).named("ticker");
            assertThat(ticker.name()).isEqualTo("ticker");
            assertThat(ticker.named("ticks").name()).isEqualTo("ticks");
            assertThat(context.pub().name()).isEmpty();

            ticker.close();
            assertThatThrownBy(() -> ticker.named("closed")).isInstanceOf(SocketClosedException.class);
            assertThat(ticker.name()).isEqualTo("ticks");
        }
    }

    // ---- loops

    @Test
    void thereAreAsManyLoopsAsWereSaid() {
        try (var context = Context.builder().name("loops").ioLoops(2).build()) {
            List<Binding> bound = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                bound.add(context.pull().bind("tcp://127.0.0.1:*"));
            }
            assertThat(threadNames().stream().filter(name -> name.startsWith("loops-loop-")))
                    .containsExactlyInAnyOrder("loops-loop-0", "loops-loop-1");
            assertThat(bound).extracting(Binding::state).containsOnly(EndpointState.LISTENING);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65})
    void aNumberOfLoopsThatIsNoneIsRefused(int loops) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Context.builder().ioLoops(loops))
                .withMessage("ioLoops is " + loops + ": from 1 to 64 is allowed");
        assertThatIllegalArgumentException().isThrownBy(() -> Context.create(loops));
    }

    // ---- defaults

    @Test
    void newSocketsBeginWithTheDefaultsThatTheyHave() {
        try (var context = Context.builder()
                .sockets(all -> all.linger(Duration.ofSeconds(1)).sendHighWaterMark(7))
                .sockets(all -> all.routerMandatory(true).routingId("me"))
                .build()) {
            assertThat(context.pub().linger()).isEqualTo(Duration.ofSeconds(1));
            assertThat(context.pub().sendHighWaterMark()).isEqualTo(7);
            assertThat(context.pub().receiveHighWaterMark()).isEqualTo(1000);
            assertThat(context.router().routerMandatory()).isTrue();
            assertThat(context.dealer().routingId()).asString().isEqualTo("me");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> context.pub().get(SocketOptions.ROUTER_MANDATORY))
                    .withMessageContaining("not an option of PUB");
        }
    }

    /** They share them; so one that sets its own must not set everybody's. */
    @Test
    void aSocketsOwnValueIsItsOwn() {
        try (var context =
                Context.builder().sockets(all -> all.routingId("all")).build()) {
            DealerSocket one = context.dealer();
            DealerSocket other = context.dealer();
            one.sendHighWaterMark(3);
            one.routingId()[0] = 'x';

            assertThat(one.sendHighWaterMark()).isEqualTo(3);
            assertThat(other.sendHighWaterMark()).isEqualTo(1000);
            assertThat(context.dealer().sendHighWaterMark()).isEqualTo(1000);
            assertThat(other.routingId()).asString().isEqualTo("all");
        }
    }

    @Test
    void defaultsWorkAsIfTheSocketHadSetThem() {
        try (var context = Context.builder()
                .sockets(all ->
                        all.receiveTimeout(Duration.ZERO).sendHighWaterMark(2).receiveHighWaterMark(1))
                .build()) {
            PullSocket pull = context.pull();
            PushSocket push = context.push();
            push.connect(pull.bind("inproc://few"));
            int sent = 0;
            while (push.trySend(Message.of("a"))) {
                sent++;
            }
            assertThat(sent).isEqualTo(3);
            pull.receive();
            pull.receive();
            pull.receive();
            assertThatThrownBy(pull::receive).hasMessageContaining("RCVTIMEO, 0 ms");
        }
    }

    @Test
    void aDefaultThatIsNotAllowedIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Context.builder().sockets(all -> all.sendHighWaterMark(-5)))
                .withMessageContaining("SNDHWM = -5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Context.builder().sockets(all -> all.set("HWM", "5")))
                .withMessageContaining("RCVHWM, SNDHWM");
    }

    @Test
    void whatIsBuiltDoesNotChange() {
        var kept = new AtomicReference<SocketDefaults>();
        ContextBuilder builder = Context.builder().sockets(kept::set);
        try (var context = builder.build()) {
            kept.get().linger(Duration.ZERO);
            assertThat(context.pub().linger()).isEqualTo(SocketOptions.FOREVER);
            try (var another = builder.name("another").build()) {
                assertThat(another.pub().linger()).isEqualTo(Duration.ZERO);
                assertThat(context.name()).isEqualTo("zmq4j");
            }
        }
    }

    /** What the library opens for itself is not the application's: its events come whatever that says. */
    @Test
    void theLibrarysOwnSocketsHaveOtherDefaults() throws Exception {
        try (var context = Context.builder()
                        .sockets(all -> all.receiveTimeout(Duration.ZERO)
                                .sendTimeout(Duration.ZERO)
                                .conflate(true)
                                .sendHighWaterMark(1)
                                .receiveHighWaterMark(1))
                        .build();
                var events = context.pair()) {
            Authenticator.start(context, rules -> {});
            PullSocket pull = context.pull().zapDomain("door").receiveTimeout(IN_TIME);
            events.receiveHighWaterMark(1000).receiveTimeout(IN_TIME);
            pull.monitor("inproc://events", 0xFFFF);
            events.connect("inproc://events");
            Binding door = pull.bind("tcp://127.0.0.1:*");
            PushSocket push = context.push().sendTimeout(IN_TIME);
            push.connect(door);
            push.send("let in");
            assertThat(pull.receiveText()).isEqualTo("let in");
            assertThat(events.receive().size()).isPositive();
        }
    }

    // ---- threads

    @Test
    void theApplicationsFactoryMakesTheThreads() throws Exception {
        Queue<Thread> made = new ConcurrentLinkedQueue<>();
        try (var context = Context.builder()
                .threadFactory(task -> {
                    var thread = new Thread(task, "mine");
                    thread.setDaemon(true);
                    made.add(thread);
                    return thread;
                })
                .build()) {
            PullSocket pull = context.pull();
            var teller = new CompletableFuture<Thread>();
            var listener = new CompletableFuture<Thread>();
            pull.onEvent(event -> listener.complete(Thread.currentThread()));
            pull.receiveAsync().thenRun(() -> teller.complete(Thread.currentThread()));
            PushSocket push = context.push();
            push.connect(pull.bind("tcp://127.0.0.1:*"));
            push.send("a");

            assertThat(teller.get(20, TimeUnit.SECONDS))
                    .isIn(made)
                    .extracting(Thread::getName)
                    .isEqualTo("mine");
            assertThat(listener.get(20, TimeUnit.SECONDS)).isIn(made);
            assertThat(made).hasSizeGreaterThanOrEqualTo(3);
        }
        for (Thread thread : made) {
            thread.join(IN_TIME.toMillis());
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void aFactoryThatGivesNothingFailsTheCallThatNeedsAThread() {
        try (var context = Context.builder().threadFactory(task -> null).build()) {
            PullSocket pull = context.pull();
            assertThatThrownBy(() -> pull.bind("tcp://127.0.0.1:*"))
                    .hasStackTraceContaining("thread factory gave null");
            assertThatThrownBy(() -> pull.onEvent(event -> {})).hasMessageContaining("thread factory gave null");
            PushSocket push = context.push();
            push.connect(pull.bind("inproc://works"));
            push.send("without a thread");
            assertThat(pull.receiveText()).isEqualTo("without a thread");
        }
    }

    @Test
    void aFactoryThatThrowsForAWhileIsAskedAgainForALookUp() {
        var factory = new Refusing();
        try (var context = Context.builder().threadFactory(factory).build()) {
            PullSocket pull = context.pull().receiveTimeout(IN_TIME);
            Binding door = pull.bind("tcp://127.0.0.1:*");
            factory.refuses = true;
            PushSocket push = context.push().reconnectInterval(Duration.ofMillis(1));
            push.connect(door.uri().replace("127.0.0.1", "localhost"));
            awaitUntil(() -> factory.refused.get() > 0);
            factory.refuses = false;
            push.send("late");
            assertThat(pull.receiveText()).isEqualTo("late");
        }
    }

    @Test
    void aFactoryThatThrowsForAWhileIsAskedAgainForAFuture() throws Exception {
        var factory = new Refusing();
        try (var context = Context.builder().threadFactory(factory).build()) {
            PullSocket pull = context.pull();
            PushSocket push = context.push();
            push.connect(pull.bind("tcp://127.0.0.1:*"));
            factory.refuses = true;
            CompletableFuture<Message> received = pull.receiveAsync();
            push.send("late");
            awaitUntil(() -> factory.refused.get() > 0);
            factory.refuses = false;
            assertThat(received.get(20, TimeUnit.SECONDS).text(0)).isEqualTo("late");
        }
    }

    /** Has no thread while {@code refuses} is set. */
    private static final class Refusing implements ThreadFactory {
        final AtomicInteger refused = new AtomicInteger();
        volatile boolean refuses;

        @Override
        public Thread newThread(Runnable task) {
            if (refuses) {
                refused.incrementAndGet();
                throw new IllegalStateException("none left");
            }
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }
    }

    // ---- executor

    @Test
    void theApplicationsExecutorCompletesFuturesAndIsNotShutDown() throws Exception {
        ExecutorService own = Executors.newSingleThreadExecutor(task -> new Thread(task, "own"));
        try {
            BlockingQueue<String> names = new ArrayBlockingQueue<>(10);
            try (var context = Context.builder().executor(own).build()) {
                PullSocket pull = context.pull();
                for (int i = 0; i < 3; i++) {
                    pull.receiveAsync()
                            .thenAccept(
                                    message -> names.add(Thread.currentThread().getName() + message.text(0)));
                }
                PushSocket push = context.push();
                push.connect(pull.bind("inproc://told"));
                push.send("1");
                push.send("2");
                push.send("3");
                for (String expected : List.of("own1", "own2", "own3")) {
                    assertThat(names.poll(20, TimeUnit.SECONDS)).isEqualTo(expected);
                }
            }
            assertThat(own.isShutdown()).isFalse();
        } finally {
            own.shutdown();
        }
    }

    @Test
    void theApplicationsExecutorLooksNamesUp() throws Exception {
        BlockingQueue<Runnable> given = new ArrayBlockingQueue<>(10);
        try (var context = Context.builder().executor(given::add).build()) {
            PullSocket pull = context.pull();
            PushSocket push = context.push();
            String door = pull.bind("tcp://127.0.0.1:*").uri();
            push.connect(door.replace("127.0.0.1", "localhost"));
            Runnable lookUp = given.poll(20, TimeUnit.SECONDS);
            assertThat(lookUp).isNotNull();
            assertThat(push.awaitPeer(Duration.ZERO)).isFalse();

            lookUp.run();

            push.send("found");
            assertThat(pull.receiveText()).isEqualTo("found");
        }
    }

    /** Work must not be lost with an executor that was shut down too early. */
    @Test
    void whatTheExecutorRefusesIsDoneAllTheSame() throws Exception {
        ExecutorService own = Executors.newSingleThreadExecutor();
        own.shutdown();
        try (var context = Context.builder().executor(own).build()) {
            PullSocket pull = context.pull();
            CompletableFuture<Message> received = pull.receiveAsync();
            PushSocket push = context.push();
            push.connect(pull.bind("tcp://127.0.0.1:*").uri().replace("127.0.0.1", "localhost"));
            push.send("all the same");
            assertThat(received.get(20, TimeUnit.SECONDS).text(0)).isEqualTo("all the same");

            CompletableFuture<Message> never = pull.receiveAsync();
            pull.close();
            awaitUntil(never::isCompletedExceptionally);
        }
    }

    /** An executor whose threads are all held up keeps futures waiting, and nothing else. */
    @Test
    void anExecutorThatIsHeldUpHoldsUpNoClose() {
        BlockingQueue<Runnable> never = new ArrayBlockingQueue<>(10);
        Context context = Context.builder().executor(never::add).build();
        PullSocket pull = context.pull();
        CompletableFuture<Message> received = pull.receiveAsync();
        assertThatCode(() -> context.close(IN_TIME)).doesNotThrowAnyException();
        awaitUntil(() -> !never.isEmpty());
        assertThat(received).isNotDone();
        never.forEach(Runnable::run);
        assertThat(received).isCompletedExceptionally();
    }

    private static void awaitUntil(BooleanSupplier condition) {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
