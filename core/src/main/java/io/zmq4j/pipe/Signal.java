package io.zmq4j.pipe;

/** What can happen to a pipe from outside its socket's lock: bits, so that several pending ones are one number. */
public final class Signal {
    /** The pipe is new: {@code Pattern.attach}. */
    public static final int ATTACH = 1;
    /** The handshake on its connection is complete: {@code Pattern.connected}. */
    public static final int CONNECTED = 1 << 1;
    /** Its empty inbound queue got something: {@code Pattern.readable}. */
    public static final int READABLE = 1 << 2;
    /** Its full outbound queue got room: {@code Pattern.writable}. */
    public static final int WRITABLE = 1 << 3;
    /** Its far end is gone; {@code Pattern.detach} follows when everything has been read. */
    public static final int ENDED = 1 << 4;

    /** Its connection broke and will be renewed: {@code Pattern.disconnected}. */
    public static final int DISCONNECTED = 1 << 5;

    /** Nothing gets through to its peer any more, though something may still come from it: {@code Pattern.left}. */
    public static final int GONE = 1 << 6;

    private Signal() {}
}
