package io.zmq4j.view;

import io.zmq4j.ReqSocket;

/** How an endpoint is asked that is not open to everybody: what a command says of it. */
public interface Asking {
    /** As an endpoint without security is asked. */
    Asking OPENLY = new Asking() {
        @Override
        public void check() {}

        @Override
        public void apply(ReqSocket socket) {}
    };

    /** Refuses what does not fit together, before anything is opened. */
    void check();

    /** Sets the options of the socket that asks, before it is connected. */
    void apply(ReqSocket socket);

    /** A command that asks endpoints. */
    interface Command {
        /** From now on. */
        void askBy(Asking asking);
    }
}
