package io.zmq4j.jeromq;

import io.zmq4j.Socket;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import zmq.Options;
import zmq.io.mechanism.Mechanisms;

/** The user name or the password of a client of PLAIN; null takes it back. Sets the mechanism as well. */
record CredentialRow(int number, Function<Options, @Nullable String> getter, Keeper keeper) implements OptionRow {
    /** Keeps a value. */
    interface Keeper {
        void keep(Options kept, @Nullable String value);
    }

    @Override
    public @Nullable Object get(Options kept, @Nullable Socket socket) {
        return getter.apply(kept);
    }

    @Override
    public boolean set(Options kept, @Nullable Socket socket, @Nullable Object value) {
        keeper.keep(kept, value == null ? null : Options.parseString(number, value));
        kept.asServer = false;
        kept.mechanism = value == null ? Mechanisms.NULL : Mechanisms.PLAIN;
        return true;
    }
}
