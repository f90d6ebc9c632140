package org.zeromq;

public class ZMonitor implements java.io.Closeable {

    public ZMonitor(org.zeromq.ZContext arg0, org.zeromq.ZMQ.Socket arg1) {
        throw new UnsupportedOperationException();
    }

    public final org.zeromq.ZMonitor add(org.zeromq.ZMonitor.Event... arg0) {
        throw new UnsupportedOperationException();
    }

    public final void close() {
        throw new UnsupportedOperationException();
    }

    public final void destroy() {
        throw new UnsupportedOperationException();
    }

    public final org.zeromq.ZMonitor.ZEvent nextEvent() {
        throw new UnsupportedOperationException();
    }

    public final org.zeromq.ZMonitor.ZEvent nextEvent(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    public final org.zeromq.ZMonitor.ZEvent nextEvent(int arg0) {
        throw new UnsupportedOperationException();
    }

    public final org.zeromq.ZMonitor remove(org.zeromq.ZMonitor.Event... arg0) {
        throw new UnsupportedOperationException();
    }

    public final org.zeromq.ZMonitor start() {
        throw new UnsupportedOperationException();
    }

    public final org.zeromq.ZMonitor verbose(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    public enum Event {
        CONNECTED, CONNECT_DELAYED, CONNECT_RETRIED, LISTENING, BIND_FAILED, ACCEPTED, ACCEPT_FAILED, CLOSED, CLOSE_FAILED, DISCONNECTED, MONITOR_STOPPED, HANDSHAKE_FAILED_NO_DETAIL, HANDSHAKE_SUCCEEDED, HANDSHAKE_FAILED_PROTOCOL, HANDSHAKE_FAILED_AUTH, HANDSHAKE_PROTOCOL, ALL;

        public static org.zeromq.ZMonitor.Event findByCode(int arg0) {
            throw new UnsupportedOperationException();
        }
    }

    public static final class ZEvent {
        public final org.zeromq.ZMonitor.Event type = null;
        public final int code = 0;
        public final java.lang.String address = null;
        public final java.lang.String value = null;

        public ZEvent(org.zeromq.ZMQ.Event arg0) {
            throw new UnsupportedOperationException();
        }

        public java.lang.String toString() {
            throw new UnsupportedOperationException();
        }
    }

    public enum ProtocolCode {
        ZMQ_PROTOCOL_ERROR_ZMTP_UNSPECIFIED, ZMQ_PROTOCOL_ERROR_ZMTP_UNEXPECTED_COMMAND, ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_SEQUENCE, ZMQ_PROTOCOL_ERROR_ZMTP_KEY_EXCHANGE, ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_UNSPECIFIED, ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_MESSAGE, ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_HELLO, ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_INITIATE, ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_ERROR, ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_READY, ZMQ_PROTOCOL_ERROR_ZMTP_MALFORMED_COMMAND_WELCOME, ZMQ_PROTOCOL_ERROR_ZMTP_INVALID_METADATA, ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC, ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH, ZMQ_PROTOCOL_ERROR_ZAP_UNSPECIFIED, ZMQ_PROTOCOL_ERROR_ZAP_MALFORMED_REPLY, ZMQ_PROTOCOL_ERROR_ZAP_BAD_REQUEST_ID, ZMQ_PROTOCOL_ERROR_ZAP_BAD_VERSION, ZMQ_PROTOCOL_ERROR_ZAP_INVALID_STATUS_CODE, ZMQ_PROTOCOL_ERROR_ZAP_INVALID_METADATA, ZMQ_PROTOCOL_ERROR_WS_UNSPECIFIED;

        public static org.zeromq.ZMonitor.ProtocolCode findByCode(int arg0) {
            throw new UnsupportedOperationException();
        }
    }
}
