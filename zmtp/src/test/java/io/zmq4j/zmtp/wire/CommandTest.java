package io.zmq4j.zmtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void equalityIsByContent() throws ProtocolException {
        Command ping = Command.of("PING", new byte[] {1, 2});
        assertThat(Command.parse(ping.body().clone())).isEqualTo(ping).hasSameHashCodeAs(ping);
        assertThat(ping).isNotEqualTo(Command.of("PING", new byte[] {1})).isNotEqualTo(Command.of("PONG", new byte[2]));
    }

    @Test
    void theDataStaysOutOfTheText() {
        assertThat(Command.of("A\nB", new byte[] {'s', 'e', 'c'})).hasToString("Command[A\\x0AB, 3 bytes]");
    }
}
