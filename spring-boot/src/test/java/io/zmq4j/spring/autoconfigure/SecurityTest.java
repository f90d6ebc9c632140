package io.zmq4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.curve.CurveCertificate;
import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.spring.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Mechanisms, keys and passwords by properties. */
class SecurityTest {
    @TempDir
    Path directory;

    private static ApplicationContextRunner server() {
        return Application.plain()
                .withPropertyValues(
                        "zmq4j.sockets.in.type=pull",
                        "zmq4j.sockets.in.bind=tcp://127.0.0.1:*",
                        "zmq4j.sockets.in.security.role=server");
    }

    private static void delivers(ApplicationContextRunner server, String... client) {
        server.run(serving -> {
            assertThat(serving).hasNotFailed();
            PullSocket in = serving.getBean(PullSocket.class);
            Application.plain()
                    .withPropertyValues("zmq4j.sockets.out.type=push", "zmq4j.sockets.out.connect=" + in.lastEndpoint())
                    .withPropertyValues(client)
                    .run(asking -> {
                        assertThat(asking).hasNotFailed();
                        asking.getBean(PushSocket.class).send("tea");
                        assertThat(in.receive(Application.PATIENCE)).isPresent();
                    });
        });
    }

    @Test
    void plainWithAFileOfPasswords() throws IOException {
        Path passwords = Files.writeString(directory.resolve("passwords"), "anna=open sesame 50%\n");

        delivers(
                server().withPropertyValues(
                                "zmq4j.sockets.in.security.mechanism=plain",
                                "zmq4j.authenticator.plain-passwords=file:" + passwords),
                "zmq4j.sockets.out.security.mechanism=plain",
                "zmq4j.sockets.out.security.username=anna",
                "zmq4j.sockets.out.security.password=open sesame 50%");
    }

    @Test
    void curveWithFilesOfKeys() throws IOException {
        CurveKeyPair server = CurveKeyPair.generate();
        CurveKeyPair client = CurveKeyPair.generate();
        Path keys = Files.createDirectory(directory.resolve("clients"));
        CurveCertificate.of(server, Map.of()).saveSecret(directory.resolve("server.key_secret"));
        CurveCertificate.of(client, Map.of()).saveSecret(directory.resolve("client.key_secret"));
        CurveCertificate.of(client, Map.of()).savePublic(keys.resolve("client.key"));

        delivers(
                server().withPropertyValues(
                                "zmq4j.sockets.in.security.mechanism=CURVE",
                                "zmq4j.sockets.in.security.certificate=" + directory.resolve("server.key_secret"),
                                "zmq4j.sockets.in.options.zap-domain=shop",
                                "zmq4j.authenticator.curve-keys=" + keys),
                "zmq4j.sockets.out.security.mechanism=curve",
                "zmq4j.sockets.out.security.server-key=" + server.publicKey(),
                "zmq4j.sockets.out.security.certificate=" + directory.resolve("client.key_secret"));
    }

    @Test
    void whoIsDeniedIsNotLetIn() {
        Application.plain()
                .withPropertyValues(
                        "zmq4j.sockets.in.type=pull",
                        "zmq4j.sockets.in.bind=tcp://127.0.0.1:*",
                        "zmq4j.sockets.in.options.zap-domain=shop",
                        "zmq4j.authenticator.deny=127.0.0.1")
                .run(application -> {
                    try (Context context = Context.create();
                            PushSocket out = context.push()) {
                        PullSocket in = application.getBean(PullSocket.class);
                        out.connect(in.lastEndpoint());
                        assertThat(Application.becomes(
                                        () -> application.getBean(Context.class).snapshot().events().stream()
                                                .anyMatch(
                                                        logged -> logged.event().type()
                                                                == SocketEvent.Type.HANDSHAKE_FAILED_AUTH)))
                                .isTrue();
                        assertThat(in.peerCount()).isZero();
                    }
                });
    }
}
