package io.zmq4j.options;

/** Sets one option and gives back where, for the next one. */
final class Chain {
    private Chain() {}

    @SuppressWarnings("unchecked") // S is the type that implements the interface, as each of them says
    static <S, T> S set(Options<S> where, SocketOption<T> option, T value) {
        where.set(option, value);
        return (S) where;
    }
}
