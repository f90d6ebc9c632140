package io.zmq4j.bench.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.bench.role.Played.Library;
import io.zmq4j.curve.Curve;
import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.testkit.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both ends of a wire are secured as the options say, or not played at all. */
@Timeout(30)
class SecuringTest {
    private static final int USAGE = 2;

    @TempDir
    static Path directory;

    private static Certificates keys;

    private final String endpoint = Ports.tcpEndpoint();

    @BeforeAll
    static void makeKeys() {
        keys = Certificates.make(directory);
    }

    @ParameterizedTest
    @EnumSource(names = "RAW", mode = EnumSource.Mode.EXCLUDE)
    void aFloodIsSealedWithCurve(Library library) {
        var sender = library.start("remote_thr " + endpoint + " 10 3000 --warmup 500 " + keys.client());
        assertFigure(library.play("local_thr " + endpoint + " 10 3000 --warmup 500 " + keys.server()), "msg/s");
        assertThat(sender.join().code()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = "RAW", mode = EnumSource.Mode.EXCLUDE)
    void questionsAreSealedWithCurve(Library library) {
        var answerer = library.start("local_lat " + endpoint + " 10 100 " + keys.server());
        assertFigure(library.play("remote_lat " + endpoint + " 10 100 " + keys.client()), "us");
        assertThat(answerer.join().code()).isZero();
    }

    @Test
    void aCrowdConnectsWithCurve() {
        var answerer = Library.ZMQ4J.start("local_lat " + endpoint + " 10 30 --warmup 10 " + keys.server());
        assertFigure(Library.ZMQ4J.play("crowd " + endpoint + " 10 30 --warmup 10 " + keys.client()), "s");
        assertThat(answerer.join().err()).isEmpty();
    }

    @Test
    void theServersKeyMayBeGivenAsTextAndTheClientsBeLeftOut() {
        var key = keys.pair().publicKey();
        var sender = Library.ZMQ4J.start("remote_thr " + endpoint + " 10 100 --curve-server-key " + key);
        assertFigure(Library.ZMQ4J.play("local_thr " + endpoint + " 10 100 " + keys.server()), "msg/s");
        assertThat(sender.join().err()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "RAW", mode = EnumSource.Mode.EXCLUDE)
    void whoIsToldToBeAServerIsOne(Library library) {
        var receiver = library.start("local_thr " + endpoint + " 10 2 " + keys.server());
        try (var context = Context.create();
                var push = context.push()) {
            push.set(
                    SocketOptions.SECURITY,
                    Curve.client(CurveKeyPair.generate(), keys.pair().publicKey()));
            push.connect(endpoint);
            push.send(Message.wrap(Numbers.message(10, 0)));
            push.send(Message.wrap(Numbers.message(10, 1)));
            assertFigure(receiver.join(), "msg/s");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "RAW", mode = EnumSource.Mode.EXCLUDE)
    void whoIsToldToBeAClientIsOne(Library library) {
        try (var context = Context.create();
                var pull = context.pull()) {
            pull.set(SocketOptions.SECURITY, Curve.server(keys.pair()));
            pull.bind(endpoint);
            var sender = library.start("remote_thr " + endpoint + " 10 1 " + keys.client());
            assertThat(pull.receive().array(0)).isEqualTo(Numbers.message(10, 0));
            assertThat(sender.join().err()).isEmpty();
        }
    }

    @Test
    void plainLetsInWhoHasThePassword() throws Exception {
        var users = Files.writeString(directory.resolve("users"), "anna=a secret\n");
        var password = Files.writeString(directory.resolve("password"), "a secret\n");
        var sender = Library.ZMQ4J.start("remote_thr " + endpoint + " 10 100 --plain anna --password-file " + password);
        assertFigure(Library.ZMQ4J.play("local_thr " + endpoint + " 10 100 --plain-server " + users), "msg/s");
        assertThat(sender.join().err()).isEmpty();
    }

    @Test
    void optionsThatDoNotFitTogetherAreRefused() {
        refused(keys.server() + " --plain-server x", "not several");
        refused("--curve-client x", "--curve-client needs --curve-server-key");
        refused("--plain anna", "--plain and --password-file belong together");
        refused("--password-file x", "--plain and --password-file belong together");
    }

    @Test
    void filesThatAreNotWhatTheyShouldBeAreNamed() {
        refused("--curve-server-secret " + directory.resolve("nowhere"), "nowhere");
        refused("--curve-server-secret " + directory.resolve("server"), "a secret one is needed");
        refused("--plain anna --password-file " + directory.resolve("nowhere"), "nowhere");
    }

    private void refused(String options, String reason) {
        var played = Library.ZMQ4J.play("remote_thr " + endpoint + " 10 10 " + options);
        assertThat(played.code()).isEqualTo(USAGE);
        assertThat(played.err()).contains(reason);
    }

    @Test
    void whoCannotSecureASocketSaysSo() throws Exception {
        var users = Files.writeString(directory.resolve("anybody"), "");
        assertThat(Library.RAW
                        .play("local_thr " + endpoint + " 10 10 " + keys.server())
                        .err())
                .isEqualToIgnoringNewLines("bench: plain sockets have no security");
        assertThat(Library.JEROMQ
                        .play("local_thr " + endpoint + " 10 10 --plain-server " + users)
                        .err())
                .contains("not with PLAIN");
    }

    private static void assertFigure(Played played, String unit) {
        assertThat(played.err()).isEmpty();
        assertThat(played.code()).isZero();
        assertThat(played.figure()).matches(unit + " [0-9.]+");
    }
}
