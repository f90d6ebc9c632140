package org.zeromq;

public enum SocketType {
    PAIR, PUB, SUB, REQ, REP, DEALER, ROUTER, PULL, PUSH, XPUB, XSUB, STREAM, CLIENT, SERVER, RADIO, DISH, CHANNEL, PEER, RAW, SCATTER, GATHER;
    public final int type = 0;

    public int type() {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.SocketType type(int arg0) {
        throw new UnsupportedOperationException();
    }
}
