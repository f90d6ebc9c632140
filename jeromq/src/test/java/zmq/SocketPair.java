package zmq;

import static org.assertj.core.api.Assertions.assertThat;

/** Two sockets of a context of their own, connected with each other. */
final class SocketPair implements AutoCloseable {
    final Ctx ctx = new Ctx();
    final SocketBase bound;
    final SocketBase connected;

    private SocketPair(int boundType, int connectedType, String endpoint) {
        bound = ctx.createSocket(boundType);
        connected = ctx.createSocket(connectedType);
        assertThat(bound.setSocketOpt(ZMQ.ZMQ_LINGER, 0)).isTrue();
        assertThat(connected.setSocketOpt(ZMQ.ZMQ_LINGER, 0)).isTrue();
        assertThat(bound.bind(endpoint)).isTrue();
        assertThat(connected.connect((String) bound.getSocketOptx(ZMQ.ZMQ_LAST_ENDPOINT)))
                .isTrue();
    }

    static SocketPair inproc(int boundType, int connectedType) {
        return new SocketPair(boundType, connectedType, "inproc://pair");
    }

    static SocketPair tcp(int boundType, int connectedType) {
        return new SocketPair(boundType, connectedType, "tcp://127.0.0.1:*");
    }

    @Override
    public void close() {
        bound.close();
        connected.close();
        ctx.terminate();
    }
}
