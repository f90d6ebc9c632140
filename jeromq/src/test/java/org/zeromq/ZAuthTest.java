package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zmq.ZError;

@Timeout(60)
class ZAuthTest {
    private static final int PATIENCE = 20_000;

    private final ZContext context = new ZContext();

    @TempDir
    private Path directory;

    @AfterEach
    void end() {
        context.close();
    }

    /** What the handler answers if it is asked by hand, from the status on. */
    private ZMsg answer(String... question) {
        ZMQ.Socket asker = context.createSocket(SocketType.REQ);
        asker.setReceiveTimeOut(PATIENCE);
        asker.connect("inproc://zeromq.zap.01");
        var message = new ZMsg();
        for (String frame : question) {
            message.add(frame);
        }
        message.send(asker);
        ZMsg answer = ZMsg.recvMsg(asker);
        asker.close();
        assertThat(answer).as("an answer").isNotNull().hasSize(6);
        assertThat(answer.popString()).isEqualTo("1.0");
        answer.popString();
        return answer;
    }

    private String status(String... question) {
        return answer(question).popString();
    }

    private String statusOfPlain(String user, String password) {
        return status("1.0", "1", "", "10.0.0.7", "", "PLAIN", user, password);
    }

    @Test
    void aSecondOneIsRefusedUntilTheFirstHasEnded() {
        for (int i = 0; i < 10; i++) {
            try (var first = new ZAuth(context)) {
                assertThat(first.nextReply(false)).isNull();
                assertThatThrownBy(() -> new ZAuth(context))
                        .isInstanceOfSatisfying(
                                ZMQException.class,
                                e -> assertThat(e.getErrorCode()).isEqualTo(ZError.EADDRINUSE));
            }
        }
    }

    @Test
    void whatIsNotConfiguredLetsNobodyInAndNothingBreaks() {
        try (var auth = new ZAuth(context)) {
            assertThat(statusOfPlain("admin", "secret")).isEqualTo("400");
            assertThat(status("1.0", "1", "", "10.0.0.7", "", "CURVE", "01234567890123456789012345678901"))
                    .isEqualTo("400");
            assertThat(status("1.0", "1", "", "10.0.0.7", "", "GSSAPI", "me@realm"))
                    .isEqualTo("400");
            assertThat(status("1.0", "1", "", "10.0.0.7", "", "NULL")).isEqualTo("200");
            assertThat(auth.allow("10.0.0.8")).isSameAs(auth);
            assertThat(status("1.0", "1", "", "10.0.0.7", "", "NULL")).isEqualTo("400");
        }
    }

    @Test
    void aMalformedQuestionIsAnsweredAndTheNextOneAsWell() {
        try (var auth = new ZAuth(context)) {
            auth.replies(true);
            assertThat(status("2.0", "1", "", "10.0.0.7", "", "NULL")).isEqualTo("500");
            assertThat(status("1.0")).isEqualTo("500");
            assertThat(status("1.0", "1", "", "10.0.0.7", "", "PLAIN")).isEqualTo("400");
            assertThat(status("1.0", "1", "", "10.0.0.7", "", "CURVE", "short")).isIn("400", "500");
            assertThat(status("1.0", "1", "", "10.0.0.7", "", "NULL")).isEqualTo("200");
            assertThat(auth.nextReply(PATIENCE).statusText).isEqualTo("INTERNAL ERROR");
        }
    }

    @Test
    void rulesThatThrowRefuseWithAnotherStatusAndAreAskedAgain() {
        var rules = new ZAuth.SimpleNullAuth() {
            @Override
            public boolean authorize(ZAuth.ZapRequest request, boolean verbose) {
                if (request.domain.equals("bad")) {
                    throw new IllegalStateException("the application's own");
                }
                return true;
            }
        };
        try (var auth = new ZAuth(context, "rules", Map.of("NULL", rules))) {
            assertThat(auth.nextReply(0)).isNull();
            assertThat(status("1.0", "1", "bad", "10.0.0.7", "", "NULL")).isEqualTo("500");
            assertThat(status("1.0", "1", "good", "10.0.0.7", "", "NULL")).isEqualTo("200");
        }
    }

    @Test
    void whoIsRefusedGetsNoUserId() {
        var rules = new ZAuth.SimpleNullAuth() {
            @Override
            public boolean authorize(ZAuth.ZapRequest request, boolean verbose) {
                request.userId = "ann";
                return !request.domain.isEmpty();
            }
        };
        try (var auth = new ZAuth(context, "rules", Map.of("NULL", rules))) {
            auth.replies(true);
            ZMsg refused = answer("1.0", "1", "", "10.0.0.7", "", "NULL");
            assertThat(refused.popString()).isEqualTo("400");
            assertThat(refused.popString()).isEqualTo("NO ACCESS");
            assertThat(refused.popString()).isEmpty();
            assertThat(auth.nextReply(PATIENCE).userId).isEqualTo("ann");
            ZMsg letIn = answer("1.0", "1", "shop", "10.0.0.7", "", "NULL");
            letIn.popString();
            letIn.popString();
            assertThat(letIn.popString()).isEqualTo("ann");
        }
    }

    @Test
    void passwordsAreReadAgainWhenTheyChange() throws Exception {
        Path file = directory.resolve("passwords");
        try (var auth = new ZAuth(context)) {
            auth.configurePlain("*", file.toString());
            assertThat(statusOfPlain("admin", "first")).isEqualTo("400");
            Files.writeString(file, "admin=first\nmüller=straße\n");
            assertThat(statusOfPlain("admin", "first")).isEqualTo("200");
            assertThat(statusOfPlain("müller", "straße")).isEqualTo("200");
            assertThat(statusOfPlain("admin", "firs")).isEqualTo("400");
            assertThat(statusOfPlain("nobody", "first")).isEqualTo("400");
            Files.writeString(file, "admin=other\n");
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + 5000));
            assertThat(statusOfPlain("admin", "first")).isEqualTo("400");
            assertThat(statusOfPlain("admin", "other")).isEqualTo("200");
            Files.delete(file);
            assertThat(statusOfPlain("admin", "other")).isEqualTo("400");
        }
    }

    @Test
    void unknownCommandsAreRefused() {
        var auth = new ZAuth(context) {
            void misuse() {
                send("JUGGLE", "3");
            }
        };
        try (auth) {
            assertThatIllegalArgumentException().isThrownBy(auth::misuse).withMessageContaining("JUGGLE");
        }
    }

    @Test
    void repliesThatNobodyTakesKeepNobodyOut() {
        try (var auth = new ZAuth(context)) {
            auth.replies(true);
            for (int i = 0; i < 1001; i++) {
                assertThat(status("1.0", String.valueOf(i), "", "10.0.0.7", "", "NULL"))
                        .isEqualTo("200");
            }
            assertThat(auth.nextReply(false).sequence).isEqualTo("1");
        }
    }

    @Test
    void closingEndsTheWaitForReplies() throws Exception {
        var auth = new ZAuth(context);
        auth.replies(true);
        CompletableFuture<ZAuth.ZapReply> next = CompletableFuture.supplyAsync(auth::nextReply);
        auth.close();
        assertThat(next.get(20, TimeUnit.SECONDS)).isNull();
        auth.close();
    }

    @Test
    void theEndOfTheContextEndsIt() throws Exception {
        var auth = new ZAuth(context);
        auth.replies(true);
        CompletableFuture<ZAuth.ZapReply> next = CompletableFuture.supplyAsync(auth::nextReply);
        context.close();
        assertThat(next.get(20, TimeUnit.SECONDS)).isNull();
        auth.close();
    }

    @Test
    void rulesThatDoNotReturnKeepNoCloseForEver() throws Exception {
        var asked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var rules = new ZAuth.SimpleNullAuth() {
            @Override
            public boolean authorize(ZAuth.ZapRequest request, boolean verbose) {
                asked.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return true;
            }
        };
        var auth = new ZAuth(context, "rules", Map.of("NULL", rules));
        ZMQ.Socket server = context.createSocket(SocketType.PULL);
        server.setZapDomain("shop");
        server.bind("tcp://127.0.0.1:*");
        ZMQ.Socket client = context.createSocket(SocketType.PUSH);
        client.connect(server.getLastEndpoint());
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        long began = System.nanoTime();
        auth.close();
        assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(20));
        release.countDown();
    }

    @Test
    void anInterruptIsKeptAndHarmsNothing() {
        try (var auth = new ZAuth(context)) {
            auth.replies(true);
            Thread.currentThread().interrupt();
            assertThat(auth.nextReply()).isNull();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(status("1.0", "1", "", "10.0.0.7", "", "NULL")).isEqualTo("200");
        }
    }

    @Test
    void aQuestionIsToldWithoutThePassword() {
        var told = new StringBuilder();
        var rules = new ZAuth.SimpleNullAuth() {
            @Override
            public boolean authorize(ZAuth.ZapRequest request, boolean verbose) {
                told.append(request);
                return true;
            }
        };
        try (var auth = new ZAuth(context, "rules", Map.of("PLAIN", rules))) {
            assertThat(auth.nextReply(0)).isNull();
            statusOfPlain("ann", "secret");
            assertThat(told).hasToString("PLAIN from 10.0.0.7, domain \"\", user ann");
        }
    }
}
