package io.zmq4j.jeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketEvent.Type;
import io.zmq4j.zmtp.CloseReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zeromq.ZMonitor;
import zmq.ZError;
import zmq.ZMQ;

class EventTranslationTest {
    private static final String HERE = "tcp://10.0.0.1:5555";
    private static final String PEER = "10.0.0.7:40112";

    private final List<String> told = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final EventTranslation translation = new EventTranslation(event -> {
        told.add(ZMonitor.Event.findByCode(event.event).name());
        values.add(event.arg);
    });

    private void happens(Type type, @Nullable String peer, @Nullable CloseReason reason, String detail, long value) {
        translation.accept(new SocketEvent(type, HERE, peer, reason, detail, value));
    }

    private void happens(Type type) {
        happens(type, null, null, "", 0);
    }

    @Test
    void aConnectionThatIsThereAtOnceBeginsWithATryAsWell() {
        happens(Type.CONNECTED, "10.0.0.1:5555", null, "", 0);
        assertThat(told).containsExactly("CONNECT_DELAYED", "CONNECTED");
        assertThat(values.get(1)).hasToString("connection to 10.0.0.1:5555");
    }

    @Test
    void theAddressesOfANameAreOneTry() {
        happens(Type.CONNECT_DELAYED);
        happens(Type.CONNECT_DELAYED);
        happens(Type.CONNECT_RETRIED, null, null, "refused", 120);
        assertThat(told).containsExactly("CONNECT_DELAYED", "CLOSED", "CONNECT_RETRIED");
        assertThat(values.get(2)).isEqualTo(120);
    }

    @Test
    void aConnectionThatBrokeIsNotClosedBeside() {
        happens(Type.CONNECTED, "10.0.0.1:5555", null, "", 0);
        told.clear();
        happens(Type.DISCONNECTED, "10.0.0.1:5555", CloseReason.PEER_CLOSED, "", 0);
        happens(Type.CONNECT_RETRIED, null, CloseReason.PEER_CLOSED, "", 5_000_000_000L);
        assertThat(told).containsExactly("DISCONNECTED", "CONNECT_RETRIED");
        assertThat(values).endsWith(Integer.MAX_VALUE);
    }

    @Test
    void whatThisSideEndsIsNotTold() {
        happens(Type.DISCONNECTED, PEER, CloseReason.CLOSED_LOCALLY, "", 0);
        happens(Type.HANDSHAKE_FAILED, PEER, CloseReason.CLOSED_LOCALLY, "", 0);
        happens(Type.CLOSED, null, CloseReason.CLOSED_LOCALLY, "", 0);
        assertThat(told).isEmpty();
    }

    @Test
    void aBoundEndpointIsToldWithItsListener() {
        happens(Type.LISTENING);
        happens(Type.ACCEPTED, PEER, null, "", 0);
        happens(Type.CLOSED);
        assertThat(told).containsExactly("LISTENING", "ACCEPTED", "CLOSED");
        assertThat(values.stream().map(Object::toString))
                .containsExactly(
                        "listener 10.0.0.1:5555",
                        "connection from 10.0.0.1:5555 to 10.0.0.7:40112",
                        "listener 10.0.0.1:5555, closed");
    }

    @Test
    void anEndpointThatIsGivenUpIsClosed() {
        happens(Type.CLOSED, null, CloseReason.CONNECTION_LOST, "", 0);
        assertThat(told).containsExactly("CLOSED");
    }

    @Test
    void aHandshakeSaysWhichVersionIsSpoken() {
        happens(Type.HANDSHAKE_SUCCEEDED, PEER, null, "DEALER over ZMTP 3.1", 0);
        happens(Type.HANDSHAKE_SUCCEEDED, PEER, null, "DEALER over ZMTP 2.0", 0);
        happens(Type.HANDSHAKE_SUCCEEDED, PEER, null, "DEALER", 0);
        assertThat(values).containsExactly(3, 0, 2, 0, 3, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_ZMTP, false, 0x10000000",
        "MECHANISM_MISMATCH, false, 0x11000002",
        "INCOMPATIBLE_SOCKET_TYPE, true, 0x10000018",
        "INVALID_METADATA, true, 0x10000018",
        "MALFORMED_COMMAND, true, 0x10000011",
        "UNEXPECTED_COMMAND, true, 0x10000001"
    })
    void aBreachOfTheProtocolHasItsNumber(CloseReason reason, boolean isGreeted, int code) {
        happens(Type.HANDSHAKE_FAILED, PEER, reason, "", 0);
        assertThat(told).endsWith("HANDSHAKE_FAILED_PROTOCOL", "DISCONNECTED");
        assertThat(told.contains("HANDSHAKE_PROTOCOL")).isEqualTo(isGreeted);
        assertThat(values.get(told.size() - 2)).isEqualTo(code);
        assertThat(ZMonitor.ProtocolCode.findByCode(code)).isNotNull();
    }

    @Test
    void aBoxThatDoesNotOpenIsCryptographic() {
        happens(Type.HANDSHAKE_FAILED, PEER, CloseReason.MALFORMED_COMMAND, "HELLO's box does not open", 0);
        assertThat(values).contains(ZMQ.ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC);
    }

    @ParameterizedTest
    @EnumSource(value = CloseReason.class, mode = EnumSource.Mode.EXCLUDE, names = "CLOSED_LOCALLY")
    void aHandshakeThatFailsForWhateverReasonIsTold(CloseReason reason) {
        happens(Type.HANDSHAKE_FAILED, PEER, reason, "", 0);
        assertThat(told).endsWith("DISCONNECTED");
        assertThat(told.stream().filter(event -> event.startsWith("HANDSHAKE_FAILED")))
                .hasSize(1);
    }

    @Test
    void aRefusalComesWithItsStatus() {
        happens(Type.HANDSHAKE_FAILED_AUTH, PEER, CloseReason.AUTHENTICATION_FAILED, "no", 400);
        assertThat(told).containsExactly("HANDSHAKE_PROTOCOL", "HANDSHAKE_FAILED_AUTH", "DISCONNECTED");
        assertThat(values.get(1)).isEqualTo(400);
    }

    @Test
    void theErrorOfABindIsKnownByTheCoresWords() {
        happens(Type.BIND_FAILED, null, null, "Endpoint x cannot be bound: in Gebrauch; port * takes a free one", 0);
        happens(Type.BIND_FAILED, null, null, "cannot be bound: no; no interface of this machine has the address", 0);
        happens(Type.BIND_FAILED, null, null, "cannot be bound: no; a port below 1024 may need a privilege", 0);
        happens(Type.BIND_FAILED, null, null, "port \"80000\"; allowed: 0 to 65535", 0);
        assertThat(values)
                .contains(ZError.EADDRINUSE, ZError.EADDRNOTAVAIL, ZError.EACCESS, ZError.EINVAL)
                .hasSize(8);
    }

    @Test
    void otherFailuresOfAListenerAreErrors() {
        happens(Type.ACCEPT_FAILED);
        happens(Type.CLOSE_FAILED);
        assertThat(told).containsExactly("ACCEPT_FAILED", "CLOSE_FAILED");
    }

    @ParameterizedTest
    @EnumSource(
            value = Type.class,
            names = {"UNPROTECTED", "DROPPED", "EVENTS_LOST", "TRACE", "DATA_LOST", "SOURCE_JOINED"})
    void whatJeroMqHasNoWordForIsNotTold(Type type) {
        happens(type);
        assertThat(told).isEmpty();
    }

    @Test
    void inprocIsNotTold() {
        translation.accept(new SocketEvent(Type.LISTENING, "inproc://name", null, null, "", 0));
        assertThat(told).isEmpty();
    }
}
