package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.DatagramOptions;
import io.zmq4j.socket.SocketCore;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * DISH (RFC 48): receives the messages of the groups that it has joined. A message has two frames, its group and its body:
 *
 * <pre>{@code
 * dish.join("weather");
 * Message news = dish.receive();
 * System.out.println(news.text(0) + ": " + news.text(1)); // weather: sunny
 * }</pre>
 *
 * <p>A group is matched whole: who has joined {@code weather} gets nothing of {@code weather/nl}. Over {@code udp}, where it is bound, all that comes is filtered here.
 */
public final class DishSocket extends Socket
        implements ReceivingSocket, NamedSocket<DishSocket>, CommonOptions<DishSocket>, DatagramOptions<DishSocket> {
    DishSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /**
     * Receives what is sent to this group, as UTF-8, from now on.
     *
     * @return this socket
     * @throws IllegalArgumentException if it is longer than 255 bytes, or one of them is 0
     * @throws io.zmq4j.error.SocketStateException if it was joined before
     */
    public DishSocket join(String group) {
        return join(Objects.requireNonNull(group, "group").getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #join(String)}, for any bytes. */
    public DishSocket join(byte[] group) {
        core.subscribe(Objects.requireNonNull(group, "group"));
        return this;
    }

    /**
     * Receives what is sent to this group no longer; also what has come and was not received.
     *
     * @return this socket
     * @throws io.zmq4j.error.SocketStateException if it was not joined
     */
    public DishSocket leave(String group) {
        return leave(Objects.requireNonNull(group, "group").getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #leave(String)}, for any bytes. */
    public DishSocket leave(byte[] group) {
        core.unsubscribe(Objects.requireNonNull(group, "group"));
        return this;
    }
}
