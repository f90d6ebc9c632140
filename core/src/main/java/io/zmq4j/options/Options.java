package io.zmq4j.options;

/**
 * What has options, under their keys. The interfaces that extend it give each option a method with its name: libzmq's, with what is
 * shortened there spelled out. With a value it sets and gives back what was set, without one it gives the value.
 *
 * <pre>{@code
 * PubSocket pub = context.pub().sendHighWaterMark(50_000).linger(Duration.ofSeconds(1));
 * int messages = pub.sendHighWaterMark();
 * }</pre>
 *
 * <p>A setter throws {@link IllegalArgumentException} for a value that is not allowed; its message names the option, the value and
 * what is allowed.
 *
 * @param <S> the type that implements this, which its setters return
 */
public interface Options<S> {
    /**
     * Sets an option.
     *
     * @throws IllegalArgumentException if the value is not allowed or there is no such option here
     */
    <T> void set(SocketOption<T> option, T value);

    /**
     * An option's value.
     *
     * @throws IllegalArgumentException if there is no such option here
     */
    <T> T get(SocketOption<T> option);
}
