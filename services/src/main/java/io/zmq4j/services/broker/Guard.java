package io.zmq4j.services.broker;

import io.zmq4j.Context;
import io.zmq4j.Socket;

/** What a command's sockets are secured with: what the command line says of it. */
public interface Guard {
    /** Nothing: everybody may come in. */
    Guard NONE = new Guard() {
        @Override
        public void check() {}

        @Override
        public void startDeciding(Context context) {}

        @Override
        public void apply(Socket socket) {}

        @Override
        public boolean isNone() {
            return true;
        }
    };

    /** Refuses what does not fit together, before anything is opened; reads what is in files. */
    void check();

    /** Starts what decides about the context's peers, if that is asked for; before its first socket is opened. */
    void startDeciding(Context context);

    /** Sets a socket's options, before it is bound or connected. */
    void apply(Socket socket);

    /** Whether {@link #apply} sets nothing; after {@link #check}. */
    boolean isNone();

    /** A command whose sockets are guarded. */
    interface Command {
        /** From now on. */
        void guardBy(Guard guard);
    }
}
