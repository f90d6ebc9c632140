package io.zmq4j.patterns.binarystar;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarStateTest {
    @ParameterizedTest
    @CsvSource({"PRIMARY, 0x31", "BACKUP, 0x32", "ACTIVE, 0x33", "PASSIVE, 0x34"})
    void aStateIsADigit(StarState state, int digit) {
        var message = Message.of(new byte[] {(byte) digit});

        assertThat(state.message()).contains(message);
        assertThat(StarState.of(message)).contains(state);
    }

    @Test
    void aConflictIsNotSaid() {
        assertThat(StarState.CONFLICT.message()).isEmpty();
    }

    @Test
    void anythingElseIsNoState() {
        assertThat(StarState.of(Message.of("0"))).isEmpty();
        assertThat(StarState.of(Message.of("5"))).isEmpty();
        assertThat(StarState.of(Message.of("11"))).isEmpty();
        assertThat(StarState.of(Message.of(""))).isEmpty();
        assertThat(StarState.of(Message.of("1", ""))).isEmpty();
        assertThat(StarState.of(Message.of(new byte[] {(byte) 0xB1}))).isEmpty();
    }
}
