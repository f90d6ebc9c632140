package io.zmq4j.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.error.EndpointException;
import io.zmq4j.message.Message;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ready-made decider, asked as a socket of any implementation asks. */
class AuthenticatorTest {
    private static final Duration IN_TIME = Duration.ofSeconds(10);
    private static final byte[] KEY = "01234567890123456789012345678901".getBytes(StandardCharsets.US_ASCII);

    private final Set<Thread> others = authenticators();
    private final Context context = Context.create();
    private Authenticator authenticator;

    @TempDir
    Path directory;

    @BeforeEach
    void start() {
        authenticator = Authenticator.start(context, rules -> {});
    }

    @AfterEach
    void close() {
        authenticator.close();
        context.close(Duration.ZERO);
    }

    /** Status and user id. */
    private String ask(String domain, String address, String mechanism, byte[]... credentials) {
        List<byte[]> frames = new ArrayList<>();
        for (String each : List.of("1.0", "id", domain, address, "", mechanism)) {
            frames.add(bytes(each));
        }
        frames.addAll(Arrays.asList(credentials));
        Message reply = ask(Message.of(frames));
        assertThat(reply.frameCount()).isEqualTo(6);
        assertThat(reply.text(0)).isEqualTo("1.0");
        assertThat(reply.text(1)).isEqualTo("id");
        return reply.text(2) + " " + reply.text(4);
    }

    private Message ask(Message request) {
        try (var req = context.req()) {
            req.connect("inproc://zeromq.zap.01");
            req.send(request);
            Message reply = req.receive(IN_TIME).orElseThrow();
            assertThat(reply).as("an answer, in time").isNotNull();
            return reply;
        }
    }

    private String plain(String domain, String user, String password) {
        return ask(domain, "10.0.0.1", "PLAIN", bytes(user), bytes(password));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void nullComesInAndNobodyElse() {
        assertThat(ask("", "10.0.0.1", "NULL")).isEqualTo("200 ");
        assertThat(plain("", "ann", "x")).isEqualTo("400 ");
        assertThat(ask("", "10.0.0.1", "CURVE", KEY)).isEqualTo("400 ");
        assertThat(ask("", "10.0.0.1", "GSSAPI", bytes("ann"))).isEqualTo("400 ");
        assertThat(ask("", "10.0.0.1", "OTHER")).isEqualTo("400 ");
    }

    @Test
    void allowedAddressesAloneComeIn() {
        authenticator.allow("10.0.0.1", "::1");
        authenticator.allow("10.0.0.2");

        assertThat(ask("", "10.0.0.1", "NULL")).startsWith("200");
        assertThat(ask("", "10.0.0.2", "NULL")).startsWith("200");
        assertThat(ask("", "::1", "NULL")).startsWith("200");
        assertThat(ask("", "10.0.0.3", "NULL")).startsWith("400");
        assertThat(ask("", "", "NULL")).startsWith("400");
        assertThatThrownBy(() -> authenticator.deny("10.0.0.1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deniedAddressesDoNotComeIn() {
        authenticator.deny("10.0.0.1");

        assertThat(ask("", "10.0.0.1", "NULL")).startsWith("400");
        assertThat(ask("", "10.0.0.2", "NULL")).startsWith("200");
        assertThatThrownBy(() -> authenticator.allow("10.0.0.1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theAddressComesBeforeTheMechanismAndDoesNotReplaceIt() {
        authenticator.plain(Authenticator.EVERY_DOMAIN, Map.of("ann", "x"));
        authenticator.allow("10.0.0.2");
        assertThat(plain("", "ann", "x")).startsWith("400");

        authenticator.allow("10.0.0.1");
        assertThat(plain("", "ann", "x")).isEqualTo("200 ann");
        assertThat(plain("", "ann", "y")).startsWith("400");
    }

    @Test
    void usersComeInWithTheirPasswordUnderTheirName() {
        authenticator.plain(Authenticator.EVERY_DOMAIN, Map.of("ann", "secret", "bob", "", "ünal", "ß"));

        assertThat(plain("", "ann", "secret")).isEqualTo("200 ann");
        assertThat(plain("any", "bob", "")).isEqualTo("200 bob");
        assertThat(plain("", "ünal", "ß")).isEqualTo("200 ünal");
        assertThat(plain("", "ann", "secre")).isEqualTo("400 ");
        assertThat(plain("", "ann", "secret1")).isEqualTo("400 ");
        assertThat(plain("", "ann", "")).isEqualTo("400 ");
        assertThat(plain("", "Ann", "secret")).isEqualTo("400 ");
        assertThat(plain("", "", "")).isEqualTo("400 ");
        assertThat(plain("", "nobody", "\0".repeat(32))).isEqualTo("400 ");
    }

    @Test
    void aDomainHasItsOwnRuleOrThatOfEveryDomain() {
        authenticator.plain("orders", Map.of("ann", "x"));
        assertThat(plain("orders", "ann", "x")).isEqualTo("200 ann");
        assertThat(plain("other", "ann", "x")).isEqualTo("400 ");
        assertThat(plain("", "ann", "x")).isEqualTo("400 ");

        authenticator.plain(Authenticator.EVERY_DOMAIN, Map.of("bob", "y"));
        assertThat(plain("other", "bob", "y")).isEqualTo("200 bob");
        assertThat(plain("orders", "bob", "y")).isEqualTo("400 ");

        authenticator.plain("orders", (user, password) -> user.equals(password));
        assertThat(plain("orders", "cid", "cid")).isEqualTo("200 cid");
        assertThat(plain("orders", "ann", "x")).isEqualTo("400 ");
    }

    @Test
    void aFileIsReadAgainWhenItHasChanged() throws Exception {
        Path file = directory.resolve("passwords");
        Files.writeString(file, "# who may come in\n\nann=secret\nbob=with=equals\n");
        authenticator.plain(Authenticator.EVERY_DOMAIN, file);
        assertThat(plain("", "ann", "secret")).isEqualTo("200 ann");
        assertThat(plain("", "bob", "with=equals")).isEqualTo("200 bob");
        assertThat(plain("", "# who may come in", "")).isEqualTo("400 ");

        Files.writeString(file, "ann=changed\n");
        assertThat(plain("", "ann", "secret")).isEqualTo("400 ");
        assertThat(plain("", "ann", "changed")).isEqualTo("200 ann");

        Files.writeString(file, "no line of it\n");
        assertThat(plain("", "ann", "changed")).isEqualTo("500 ");
        Files.delete(file);
        assertThat(plain("", "ann", "changed")).isEqualTo("500 ");
        Files.writeString(file, "ann=again\n");
        assertThat(plain("", "ann", "again")).isEqualTo("200 ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secretline", "=secret", "ann=1\nann=2"})
    void aWrongLineIsRefusedAndNotShown(String text) throws Exception {
        Path file = directory.resolve("passwords");
        Files.writeString(file, text);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> authenticator.plain("d", file))
                .withMessageContaining("line")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> authenticator.plain("d", directory.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none");
    }

    @Test
    void keysComeInUnderTheirKeyOrAsAFunctionSays() {
        authenticator.curve("set", List.of(KEY));
        assertThat(ask("set", "", "CURVE", KEY)).isEqualTo("200 fFLssg=mfIi5@VEgby:AhA9PQfFLssg=mfIi5@VE");
        assertThat(ask("set", "", "CURVE", new byte[32])).isEqualTo("400 ");
        assertThat(ask("set", "", "CURVE", new byte[31])).isEqualTo("400 ");

        authenticator.curve("function", key -> Arrays.equals(key, KEY) ? "ann" : null);
        assertThat(ask("function", "", "CURVE", KEY)).isEqualTo("200 ann");
        assertThat(ask("function", "", "CURVE", new byte[32])).isEqualTo("400 ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> authenticator.curve("d", List.of(new byte[31])))
                .withMessageContaining("31 bytes");
    }

    @Test
    void principalsComeInUnderTheirName() {
        authenticator.gssapi("realm", Set.of("ann@EXAMPLE"));

        assertThat(ask("realm", "", "GSSAPI", bytes("ann@EXAMPLE"))).isEqualTo("200 ann@EXAMPLE");
        assertThat(ask("realm", "", "GSSAPI", bytes("bob@EXAMPLE"))).isEqualTo("400 ");
    }

    @ParameterizedTest
    @CsvSource({"PLAIN, 0", "PLAIN, 1", "PLAIN, 3", "CURVE, 0", "CURVE, 2", "GSSAPI, 0", "GSSAPI, 2"})
    void anotherNumberOfCredentialsIsRefused(String mechanism, int count) {
        authenticator.plain(Authenticator.EVERY_DOMAIN, (user, password) -> true);
        authenticator.curve(Authenticator.EVERY_DOMAIN, key -> "ann");
        authenticator.gssapi(Authenticator.EVERY_DOMAIN, Set.of(""));
        var credentials = new byte[count][];
        Arrays.fill(credentials, new byte[0]);

        assertThat(ask("", "", mechanism, credentials)).isEqualTo("400 ");
    }

    @Test
    void aRuleThatThrowsLetsNobodyInAndStaysARule() {
        authenticator.plain("d", (user, password) -> {
            if (user.equals("bad")) {
                throw new IllegalStateException("planted");
            }
            return true;
        });

        assertThat(plain("d", "bad", "x")).isEqualTo("500 ");
        assertThat(plain("d", "good", "x")).isEqualTo("200 good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.0", "1.0|id", "1.0|id|d|a|i", "1.1|id|d|a|i|NULL", "|id|d|a|i|NULL"})
    @DisplayName("RFC 27: what is no request gets status 500")
    void whatIsNoRequestIsAnsweredAllTheSame(String frames) {
        Message reply = ask(Message.of(frames.split("\\|", -1)));

        assertThat(reply.text(2)).isEqualTo("500");
        assertThat(ask("", "", "NULL")).startsWith("200");
    }

    @Test
    void thereIsOneForAContext() {
        assertThatThrownBy(() -> Authenticator.start(context, rules -> {})).isInstanceOf(EndpointException.class);
        assertThat(ask("", "", "NULL")).startsWith("200");
        assertThat(context.sockets()).hasSize(1);
    }

    /** Whoever comes between its start and its rules would be refused for good. */
    @Test
    void itIsAskedNothingBeforeItsRulesAreSet() {
        authenticator.close();

        authenticator = Authenticator.start(context, rules -> {
            try (var other = context.rep()) {
                other.bind("inproc://zeromq.zap.01");
            }
            rules.plain("orders", Map.of("ann", "x"));
        });

        assertThat(plain("orders", "ann", "x")).isEqualTo("200 ann");
    }

    @Test
    void rulesThatThrowStartNothing() {
        authenticator.close();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Authenticator.start(context, rules -> rules.curve("d", List.of(new byte[31]))));

        assertThat(context.sockets()).isEmpty();
        assertThat(threads()).isZero();
        authenticator = Authenticator.start(context, rules -> {});
        assertThat(ask("", "", "NULL")).startsWith("200");
    }

    @Test
    void whenItIsClosedItsThreadIsGoneAndAnotherMayStart() {
        authenticator.close();
        authenticator.close();

        assertThat(threads()).isZero();
        authenticator = Authenticator.start(context, rules -> {});
        assertThat(ask("", "", "NULL")).startsWith("200");
        context.close(IN_TIME);
        authenticator.close();
        assertThat(threads()).isZero();
    }

    @Test
    void aRuleThatBlocksIsInterruptedByClose() throws Exception {
        var inRule = new CountDownLatch(1);
        authenticator.plain("d", (user, password) -> {
            inRule.countDown();
            try {
                Thread.sleep(TimeUnit.MINUTES.toMillis(5));
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
        try (var dealer = context.dealer()) {
            dealer.connect("inproc://zeromq.zap.01");
            dealer.send(Message.of("", "1.0", "id", "d", "", "", "PLAIN", "a", "b"));
            assertThat(inRule.await(10, TimeUnit.SECONDS)).isTrue();

            authenticator.close();

            assertThat(threads()).isZero();
        }
    }

    /** Of this test's. */
    private long threads() {
        return authenticators().stream()
                .filter(thread -> !others.contains(thread))
                .count();
    }

    private static Set<Thread> authenticators() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("zmq4j-authenticator"))
                .collect(Collectors.toSet());
    }
}
