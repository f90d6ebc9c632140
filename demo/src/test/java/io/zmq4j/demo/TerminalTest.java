package io.zmq4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void itsColumnsAreTheSecondNumber() {
        assertThat(Terminal.columns("24 132\n")).isEqualTo(132);
    }

    @Test
    void aTerminalThatDoesNotKnowItsWidthHasTheUsualOne() {
        assertThat(Terminal.columns("0 0\n")).isEqualTo(80);
        assertThat(Terminal.columns("")).isEqualTo(80);
    }
}
