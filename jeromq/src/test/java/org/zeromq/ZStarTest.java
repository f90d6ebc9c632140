package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeromq.ZMQ.Socket;
import zmq.ZError;
import zmq.util.function.BiFunction;

/** The order of a star's callbacks, the conversation with it, and its ends. */
@Timeout(60)
class ZStarTest {
    private static final String LAST_WORD = "over";
    private static final long IN_TIME_MILLIS = 20_000;

    private final ZContext context = new ZContext();
    private final CallLog log = new CallLog();
    private final ScriptedFortune fortune = new ScriptedFortune(log);
    private final CompletableFuture<Throwable> reported = new CompletableFuture<>();

    ZStarTest() {
        fortune.handler = (thread, failure) -> reported.complete(failure);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private ZStar star(Object... args) {
        return new ZStar(context, fortune, LAST_WORD, args);
    }

    private static void awaitEnd(ZStar star) throws InterruptedException {
        assertThat(star.exit().await(IN_TIME_MILLIS, TimeUnit.MILLISECONDS))
                .as("the star has ended")
                .isTrue();
    }

    private static boolean echoes(Socket pipe) {
        ZMsg message = ZMsg.recvMsg(pipe);
        return message.send(pipe);
    }

    /** A set that lets so many turns pass. */
    private ZStar.Set turns(int turns) {
        return new ZStar.Set() {
            private int left = turns;

            @Override
            public boolean fire() {
                return log.add("fire", left-- == 0);
            }

            @Override
            public void lights(String name, int id) {
                log.add("lights " + name);
            }
        };
    }

    @Test
    void callbacksComeInOrder() throws Exception {
        Iterator<Boolean> acts = List.of(true, false).iterator();
        fortune.act = pipe -> acts.next();
        ZStar star = star();
        awaitEnd(star);
        assertThat(log.calls())
                .containsExactly(
                        "premiere",
                        "create 0",
                        "prepare",
                        "breathe",
                        "act 7",
                        "entract",
                        "breathe",
                        "act 7",
                        "renews",
                        "interview",
                        "party");
        star.close();
    }

    @Test
    void theSetDecidesBeforeEachTurn() throws Exception {
        fortune.act = pipe -> true;
        ZStar star = star(turns(1));
        awaitEnd(star);
        assertThat(log.calls())
                .containsExactly(
                        "premiere",
                        "lights scripted",
                        "create 0",
                        "prepare",
                        "fire",
                        "breathe",
                        "act 7",
                        "entract",
                        "fire",
                        "renews",
                        "interview",
                        "party");
        star.close();
    }

    @Test
    void entractEndsTheLoopToo() throws Exception {
        fortune.act = pipe -> true;
        fortune.entract = false;
        ZStar star = star();
        awaitEnd(star);
        assertThat(log.calls())
                .containsExactly(
                        "premiere",
                        "create 0",
                        "prepare",
                        "breathe",
                        "act 7",
                        "entract",
                        "renews",
                        "interview",
                        "party");
        star.close();
    }

    @Test
    void aStarThatRenewsIsFollowedByAnother() throws Exception {
        fortune.lives = 2;
        ZStar star = star();
        awaitEnd(star);
        assertThat(log.calls())
                .containsExactly(
                        "premiere",
                        "create 0",
                        "prepare",
                        "breathe",
                        "act 7",
                        "renews",
                        "create 1 after another",
                        "prepare",
                        "breathe",
                        "act 7",
                        "renews",
                        "interview",
                        "party");
        star.close();
    }

    @Test
    void ofSetsAndEntouragesTheLastOneTakesPart() throws Exception {
        ZStar star = star(turns(5), entourage("first"), turns(0), entourage("last"), "an argument");
        awaitEnd(star);
        assertThat(log.calls())
                .containsExactly(
                        "last breakaleg",
                        "premiere",
                        "lights scripted",
                        "create 0",
                        "prepare",
                        "fire",
                        "renews",
                        "interview",
                        "party",
                        "last party");
        star.close();
    }

    private ZStar.Entourage entourage(String name) {
        return new ZStar.Entourage() {
            @Override
            public void breakaleg(ZContext context, ZStar.Fortune fortune, Socket pipe, Object... args) {
                log.add(name + " breakaleg");
            }

            @Override
            public void party(ZContext context) {
                log.add(name + " party");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"premiere", "create 0", "prepare", "breathe", "act 7", "renews", "interview"})
    void anExceptionEndsTheStarAndIsReported(String where) throws Exception {
        var thrown = new IllegalStateException("by the test");
        fortune.failure = call -> call.equals(where) ? thrown : null;
        ZStar star = star();
        awaitEnd(star);
        assertThat(reported.get(IN_TIME_MILLIS, TimeUnit.MILLISECONDS)).isSameAs(thrown);
        assertThat(log.calls()).endsWith("interview", "party");
        star.close();
    }

    @Test
    void withoutAStarTheReasonIsReported() throws Exception {
        var none = new ZStar(
                context,
                new ZStar.Fortune() {
                    @Override
                    public String premiere(Socket pipe, Object... args) {
                        return fortune.premiere(pipe, args);
                    }

                    @Override
                    public ZStar.Star create(
                            ZContext context, Socket pipe, int count, ZStar.Star last, Object... args) {
                        return null;
                    }

                    @Override
                    public boolean interview(Socket pipe) {
                        return false;
                    }

                    @Override
                    public void party(ZContext context) {}
                },
                LAST_WORD);
        awaitEnd(none);
        assertThat(reported.get(IN_TIME_MILLIS, TimeUnit.MILLISECONDS)).hasMessageContaining("Fortune.create");
        none.close();
    }

    @Test
    void theLastWordEndsTheConversation() throws Exception {
        fortune.act = pipe -> {
            pipe.send("one");
            return false;
        };
        ZStar star = star();
        awaitEnd(star);
        assertThat(star.sign()).isTrue();
        assertThat(star.recv().popString()).isEqualTo("one");
        assertThat(star.recv()).isNull();
        assertThat(star.sign()).isFalse();
        assertThat(star.send("too late")).isFalse();
        star.close();
    }

    @Test
    void aMessageOfSeveralFramesIsNoLastWord() throws Exception {
        fortune.act = pipe -> {
            ZMsg.newStringMsg(LAST_WORD, "again").send(pipe);
            return false;
        };
        ZStar star = star();
        assertThat(star.recv()).hasSize(2);
        assertThat(star.recv()).isNull();
        star.close();
    }

    @Test
    void whoWaitsForAStarThatEndsWithoutALastWordIsToldToo() throws Exception {
        fortune.lastWord = false;
        fortune.act = pipe -> {
            pipe.recvStr();
            return false;
        };
        ZStar star = star();
        assertThat(star.send("go")).isTrue();
        assertThat(star.recv()).isNull();
        awaitEnd(star);
        assertThat(star.send("too late")).isFalse();
        assertThat(star.recv(100)).isNull();
        star.close();
    }

    @Test
    void whoWaitsForRoomIsToldOfTheEnd() throws Exception {
        var full = new CountDownLatch(1);
        fortune.lastWord = false;
        fortune.act = pipe -> {
            await(full);
            return false;
        };
        context.setSndHWM(5);
        context.setRcvHWM(5);
        ZStar star = star();
        star.pipe().setSendTimeOut(200);
        int sent = 0;
        while (star.send("word " + sent)) {
            sent++;
            assertThat(sent).isLessThan(100_000);
        }
        star.pipe().setSendTimeOut(-1);
        full.countDown();
        assertThat(star.send("one more")).isFalse();
        star.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(IN_TIME_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void timesOut() throws Exception {
        fortune.act = ZStarTest::echoes;
        ZStar star = star();
        assertThat(star.recv(false)).isNull();
        assertThat(star.recv(10)).isNull();
        star.pipe().setReceiveTimeOut(10);
        assertThat(star.recv()).isNull();
        assertThat(star.sign()).isTrue();
        star.pipe().setReceiveTimeOut(-1);
        assertThat(star.send("hello", true)).isTrue();
        assertThat(star.send("world")).isTrue();
        assertThat(star.recv(true)).isEqualTo(ZMsg.newStringMsg("hello", "world"));
        ZMsg kept = ZMsg.newStringMsg("kept");
        assertThat(star.send(kept, false)).isTrue();
        assertThat(star.recv()).isEqualTo(kept);
        assertThat(star.send(kept)).isTrue();
        assertThat(kept).isEmpty();
        star.close();
    }

    @Test
    void theContextEndsWhatWaits() throws Exception {
        fortune.act = ZStarTest::echoes;
        ZStar star = star();
        assertThat(star.send("hello")).isTrue();
        assertThat(star.recv().popString()).isEqualTo("hello");
        context.close();
        awaitEnd(star);
        assertThat(log.calls()).endsWith("act 7", "interview", "party");
        assertThat(star.recv()).isNull();
        assertThat(star.sign()).isFalse();
        assertThat(reported).isNotDone();
    }

    @Test
    void closeEndsAStarWithAContextOfItsOwn() throws Exception {
        fortune.act = ZStarTest::echoes;
        var star = new ZStar(fortune, LAST_WORD);
        assertThat(star.send("hello")).isTrue();
        assertThat(star.recv().popString()).isEqualTo("hello");
        star.close();
        awaitEnd(star);
        fortune.thread.join(IN_TIME_MILLIS);
        assertThat(fortune.thread.isAlive()).isFalse();
    }

    @Test
    void whatWasSentBeforeCloseIsRead() throws Exception {
        fortune.act = pipe -> {
            String word = pipe.recvStr();
            log.add("read " + word);
            return !"end".equals(word);
        };
        var star = new ZStar(fortune, LAST_WORD);
        assertThat(star.send("hello")).isTrue();
        assertThat(star.send("end")).isTrue();
        star.close();
        awaitEnd(star);
        assertThat(log.calls()).containsSubsequence("read hello", "read end", "renews", "interview", "party");
    }

    @Test
    void aStarInAContextOfTheProgramLivesOnAfterClose() throws Exception {
        var closed = new CountDownLatch(1);
        fortune.act = pipe -> {
            await(closed);
            return false;
        };
        ZStar star = star();
        star.close();
        assertThat(star.exit().isExited()).isFalse();
        closed.countDown();
        awaitEnd(star);
        assertThat(log.calls()).endsWith("renews", "interview", "party");
    }

    @Test
    void theLastWordNeedsNobodyWhoListens() throws Exception {
        var closed = new CountDownLatch(1);
        context.setSndHWM(1);
        context.setRcvHWM(1);
        fortune.act = pipe -> {
            while (pipe.send("word", ZMQ.DONTWAIT)) {
                log.add("word");
            }
            closed.countDown();
            return false;
        };
        ZStar star = star();
        await(closed);
        star.close();
        awaitEnd(star);
    }

    @Test
    void anInterruptEndsAStarWithoutReport() throws Exception {
        fortune.act = ZStarTest::echoes;
        ZStar star = star();
        assertThat(star.send("hello")).isTrue();
        assertThat(star.recv().popString()).isEqualTo("hello");
        fortune.thread.interrupt();
        awaitEnd(star);
        assertThat(star.recv()).isNull();
        assertThat(log.calls()).endsWith("interview", "party");
        assertThat(reported).isNotDone();
        star.close();
    }

    @Test
    void anInterruptOfWhoWaitsEndsTheConversationAndStaysNoted() {
        fortune.act = ZStarTest::echoes;
        ZStar star = star();
        Thread.currentThread().interrupt();
        assertThat(star.recv()).isNull();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(star.sign()).isFalse();
        star.close();
    }

    @Test
    void exitWaits() throws Exception {
        var go = new CountDownLatch(1);
        fortune.act = pipe -> {
            await(go);
            return false;
        };
        ZStar star = star();
        ZStar.Exit exit = star.exit();
        assertThat(exit).isSameAs(star.exit());
        assertThat(exit.isExited()).isFalse();
        assertThat(exit.await(1, TimeUnit.MILLISECONDS)).isFalse();
        Thread.currentThread().interrupt();
        exit.awaitSilent();
        assertThat(Thread.interrupted()).isTrue();
        go.countDown();
        exit.await();
        exit.awaitSilent();
        assertThat(exit.isExited()).isTrue();
        star.close();
    }

    @Test
    void theAgentCanBeTheProgramsOwn() throws Exception {
        fortune.act = ZStarTest::echoes;
        var star = new ZStar(
                context,
                fortune,
                (pipe, lastWord) -> log.add("agent " + lastWord, ZAgent.Creator.create(pipe, lastWord)),
                LAST_WORD);
        assertThat(star.send("hello")).isTrue();
        assertThat(star.agent().recv().popString()).isEqualTo("hello");
        assertThat(star.pipe()).isSameAs(star.agent().pipe());
        assertThat(log.calls()).contains("agent over");
        star.close();
    }

    @Test
    void whatIsNeededIsTold() {
        BiFunction<Socket, String, ZAgent> noAgent = null;
        assertThatIllegalArgumentException().isThrownBy(() -> new ZStar(context, null, LAST_WORD));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZStar(context, fortune, noAgent, LAST_WORD, "arg"));
        assertThat(context.getSockets()).isEmpty();
    }

    @Test
    void setsNameTheThread() {
        var set = new ZStar.SimpleSet();
        String name = Thread.currentThread().getName();
        try {
            set.lights("named", 3);
            assertThat(Thread.currentThread().getName()).isEqualTo("named");
            set.lights(null, 3);
            assertThat(Thread.currentThread().getName()).isEqualTo("Star-3");
        } finally {
            Thread.currentThread().setName(name);
        }
        assertThat(ZStar.SimpleSet.createDefaultName("Turn-%d", 5)).isEqualTo("Turn-5");
        assertThat(set.fire()).isFalse();
    }

    @Test
    void aPartyIsASleepThatAnInterruptEnds() {
        ZStar.party(1, TimeUnit.MILLISECONDS);
        Thread.currentThread().interrupt();
        ZStar.party(1, TimeUnit.DAYS);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void simpleAgentsTellOtherErrors() {
        try (Socket push = context.createSocket(SocketType.PUSH)) {
            var agent = new ZAgent.SimpleAgent(push, LAST_WORD);
            assertThatExceptionOfType(ZMQException.class)
                    .isThrownBy(agent::recv)
                    .returns(ZError.ENOTSUP, ZMQException::getErrorCode);
            assertThat(agent.sign()).isTrue();
            agent.close();
            assertThat(agent.sign()).isFalse();
            assertThat(agent.recv()).isNull();
            assertThat(agent.send("word")).isFalse();
        }
    }
}
