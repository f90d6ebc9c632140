package io.zmq4j.options;

/**
 * The options that all sockets have.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface CommonOptions<S>
        extends QueueOptions<S>, ConnectionOptions<S>, SecurityOptions<S>, NetworkOptions<S> {}
