package io.zmq4j.jeromq;

import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.XPubSocket;
import io.zmq4j.options.SocketOptions;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import zmq.Options;

/** To subscribe, or to take it back: of a SUB, or of the last subscriber of an XPUB that lets its application decide. */
record TopicRow(int number, BiConsumer<SubSocket, byte[]> ofSub, BiConsumer<XPubSocket, byte[]> ofXPub)
        implements OptionRow {
    @Override
    public @Nullable Object get(Options kept, @Nullable Socket socket) {
        throw new IllegalArgumentException("Option " + number + " cannot be asked for");
    }

    @Override
    public boolean set(Options kept, @Nullable Socket socket, @Nullable Object value) {
        if (socket instanceof SubSocket sub) {
            ofSub.accept(sub, Options.parseBytes(number, value));
            return true;
        }
        if (socket instanceof XPubSocket xpub && xpub.get(SocketOptions.XPUB_MANUAL)) {
            ofXPub.accept(xpub, Options.parseBytes(number, value));
            return true;
        }
        throw new IllegalArgumentException("Option " + number
                + " is for SUB, and for XPUB with XPUB_MANUAL, not for a socket of type " + kept.type);
    }
}
