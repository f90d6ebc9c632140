package io.zmq4j.patterns.majordomo.protocol;

import static io.zmq4j.patterns.majordomo.protocol.MdpVersion.V0_1;
import static io.zmq4j.patterns.majordomo.protocol.MdpVersion.V0_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Disconnect;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Heartbeat;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Ready;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Reply;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand.Request;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The frames of RFC 7 and RFC 18, byte by byte. */
class CommandsTest {
    private static final Message BODY = Message.of("one", "", "two");
    private static final Frame ADDRESS = Message.of(new byte[] {0, 1, 2, 3, 4}).first();

    /** Frames in hexadecimal, "-" for one without bytes. */
    private static Message frames(String hex) {
        return Message.of(Stream.of(hex.split(" "))
                .map(frame -> frame.equals("-") ? new byte[0] : HexFormat.of().parseHex(frame))
                .toArray(byte[][]::new));
    }

    @Test
    @DisplayName("RFC 7: a REQUEST of a client is an empty frame, MDPC01, the service, the body")
    void clientRequest01() {
        var wire = frames("- 4d4450433031 6563686f 6f6e65 - 74776f");

        assertThat(new ClientRequest(V0_1, "echo", BODY).toMessage()).isEqualTo(wire);
        assertThat(ClientRequest.parse(wire)).isEqualTo(new ClientRequest(V0_1, "echo", BODY));
    }

    @Test
    @DisplayName("RFC 18: a REQUEST of a client is MDPC02, 1, the service, the body")
    void clientRequest02() {
        var wire = frames("4d4450433032 01 6563686f 6f6e65 - 74776f");

        assertThat(new ClientRequest(V0_2, "echo", BODY).toMessage()).isEqualTo(wire);
        assertThat(ClientRequest.parse(wire)).isEqualTo(new ClientRequest(V0_2, "echo", BODY));
    }

    static Stream<List<Object>> clientReplies() {
        return Stream.of(
                List.of(
                        "- 4d4450433031 6563686f 6f6e65 - 74776f",
                        new ClientReply(V0_1, ReplyPart.FINAL, "echo", BODY)),
                List.of(
                        "4d4450433032 02 6563686f 6f6e65 - 74776f",
                        new ClientReply(V0_2, ReplyPart.PARTIAL, "echo", BODY)),
                List.of(
                        "4d4450433032 03 6563686f 6f6e65 - 74776f",
                        new ClientReply(V0_2, ReplyPart.FINAL, "echo", BODY)));
    }

    @ParameterizedTest
    @MethodSource("clientReplies")
    void repliesToAClient(List<Object> example) {
        var wire = frames((String) example.get(0));
        var reply = (ClientReply) example.get(1);

        assertThat(reply.toMessage()).isEqualTo(wire);
        assertThat(ClientReply.parse(wire)).isEqualTo(reply);
    }

    @Test
    void aRestartIsAPartialWithoutABody() {
        var wire = frames("4d4450433032 02 6563686f");

        assertThat(new ClientRestart("echo").toMessage()).isEqualTo(wire);
        assertThat(ClientRestart.parse(wire)).isEqualTo(new ClientRestart("echo"));
        assertThat(ClientReply.parse(wire)).isNull();
        for (var other :
                List.of("4d4450433032 02", "4d4450433032 03 6563686f", "4d4450433032 02 6563686f -", "- 02 -")) {
            assertThat(ClientRestart.parse(frames(other))).as(other).isNull();
        }
    }

    static Stream<List<Object>> workerCommands() {
        return Stream.of(
                List.of("- 4d4450573031 01 6563686f", new Ready(V0_1, "echo")),
                List.of("- 4d4450573031 02 0001020304 - 6f6e65 - 74776f", new Request(V0_1, ADDRESS, BODY)),
                List.of(
                        "- 4d4450573031 03 0001020304 - 6f6e65 - 74776f",
                        new Reply(V0_1, ReplyPart.FINAL, ADDRESS, BODY)),
                List.of("- 4d4450573031 04", new Heartbeat(V0_1)),
                List.of("- 4d4450573031 05", new Disconnect(V0_1)),
                List.of("4d4450573032 01 6563686f", new Ready(V0_2, "echo")),
                List.of("4d4450573032 02 0001020304 - 6f6e65 - 74776f", new Request(V0_2, ADDRESS, BODY)),
                List.of(
                        "4d4450573032 03 0001020304 - 6f6e65 - 74776f",
                        new Reply(V0_2, ReplyPart.PARTIAL, ADDRESS, BODY)),
                List.of(
                        "4d4450573032 04 0001020304 - 6f6e65 - 74776f",
                        new Reply(V0_2, ReplyPart.FINAL, ADDRESS, BODY)),
                List.of("4d4450573032 05", new Heartbeat(V0_2)),
                List.of("4d4450573032 06", new Disconnect(V0_2)));
    }

    @ParameterizedTest
    @MethodSource("workerCommands")
    void commandsOfMdpWorker(List<Object> example) {
        var wire = frames((String) example.get(0));
        var command = (WorkerCommand) example.get(1);

        assertThat(command.toMessage()).isEqualTo(wire);
        assertThat(WorkerCommand.parse(wire)).isEqualTo(command);
    }

    static Stream<String> malformed() {
        return Stream.of(
                "-", // nothing else
                "- 4d4450433033 6563686f 6f6e65", // MDPC03
                "- 4d4450433031", // no service
                "- 4d4450433031 6563686f", // no body
                "- 4d4450433031 - 6f6e65", // a service without a name
                "- 4d4450433031 6500 6f6e65", // a name that cannot be printed
                "- 4d4450433031 ff 6f6e65", // a name that is no UTF-8
                "4d4450433032 04 6563686f 6f6e65", // no such command
                "4d4450433032 6563686f 6f6e65 6f6e65", // a command of four bytes
                "- 4d4450573031", // no command
                "- 4d4450573031 -", // a command without bytes
                "- 4d4450573031 07", // no such command
                "- 4d4450573031 01", // READY without a service
                "- 4d4450573031 01 6563686f 6563686f", // READY for two
                "- 4d4450573031 02 0001020304 -", // a request without a body
                "- 4d4450573031 02 0001020304 6f6e65 6f6e65", // no delimiter
                "- 4d4450573031 03 - - 6f6e65", // an address without bytes
                "- 4d4450573031 04 6f6e65", // HEARTBEAT with something
                "4d4450573032 06 6f6e65"); // DISCONNECT with something
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoCommandIsNone(String hex) {
        assertThat(ClientRequest.parse(frames(hex))).isNull();
        assertThat(ClientReply.parse(frames(hex))).isNull();
        assertThat(WorkerCommand.parse(frames(hex))).isNull();
    }

    @Test
    void aNameHasItsLimits() {
        assertThat(ServiceName.check("é".repeat(127))).hasSize(127);
        assertThatThrownBy(() -> ServiceName.check("é".repeat(128)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256 bytes");
        assertThatThrownBy(() -> ServiceName.check("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ServiceName.check("a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reply(V0_1, ReplyPart.PARTIAL, ADDRESS, BODY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClientReply(V0_1, ReplyPart.PARTIAL, "echo", BODY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
