package io.zmq4j.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionReaderTest {
    private static final int MOST = BufferPool.BATCH;

    /** Before the selector was first asked there are none. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 8})
    void fewConnectionsAreReadAtFullLength(int connections) {
        assertThat(ConnectionReader.share(MOST, connections)).isEqualTo(MOST);
    }

    @ParameterizedTest
    @CsvSource({"9, 58254", "16, 32768", "31, 16912"})
    void aCrowdSharesWhatEightMayHave(int connections, int bytes) {
        assertThat(ConnectionReader.share(MOST, connections)).isEqualTo(bytes);
        assertThat(connections * bytes).isLessThanOrEqualTo(8 * MOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 33, 1_000, 30_000})
    void howeverManyThereAreAReadIsWorthItsCall(int connections) {
        assertThat(ConnectionReader.share(MOST, connections)).isEqualTo(16 * 1024);
    }
}
