package zmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** CLIENT, SERVER, RADIO, DISH, SCATTER, GATHER, PEER and CHANNEL: what is beside a message stays beside it. */
class SingleFrameTest {
    private final ZContext context = new ZContext();

    @AfterEach
    void close() {
        context.close();
    }

    private ZMQ.Socket socket(SocketType type) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setReceiveTimeOut(20_000);
        socket.setSendTimeOut(20_000);
        return socket;
    }

    private static Msg msg(String text) {
        return new Msg(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Msg msg) {
        return new String(msg.data(), StandardCharsets.UTF_8);
    }

    @Test
    void aServerAnswersByRoutingId() {
        ZMQ.Socket server = socket(SocketType.SERVER);
        ZMQ.Socket client = socket(SocketType.CLIENT);
        server.bind("inproc://server");
        client.connect("inproc://server");
        assertThat(client.send("hello")).isTrue();

        Msg request = server.base().recv(0);
        assertThat(text(request)).isEqualTo("hello");
        assertThat(request.hasMore()).isFalse();
        assertThat(request.getRoutingId()).isNotZero();
        Msg reply = msg("back");
        reply.setRoutingId(request.getRoutingId());
        assertThat(server.base().send(reply, 0)).isTrue();
        assertThat(client.recvStr()).isEqualTo("back");

        assertThat(server.base().send(msg("to nobody"), 0)).isFalse();
        assertThat(server.base().errno()).isEqualTo(ZError.EHOSTUNREACH);
        assertThat(server.base().send(msg("two"), ZMQ.SNDMORE)).isFalse();
        assertThat(server.base().errno()).isEqualTo(ZError.EINVAL);
        assertThat(client.sendMore("two")).isTrue();
        assertThat(client.base().send(msg("frames"), 0)).isFalse();
        assertThat(client.base().errno()).isEqualTo(ZError.EINVAL);
    }

    @Test
    void peersAnswerByRoutingId() {
        ZMQ.Socket one = socket(SocketType.PEER);
        ZMQ.Socket other = socket(SocketType.PEER);
        assertThat(one.getSocketType()).isEqualTo(SocketType.PEER);
        one.bind("inproc://peer");
        other.connect("inproc://peer");
        Msg first = msg("hello");
        byte[] id = other.base().socket().statistics().peers().get(0).routingId();
        first.setRoutingId(ByteBuffer.wrap(id).getInt());
        assertThat(other.base().send(first, 0)).isTrue();
        Msg heard = one.base().recv(0);
        Msg reply = msg("back");
        reply.setRoutingId(heard.getRoutingId());
        assertThat(one.base().send(reply, 0)).isTrue();
        assertThat(other.recvStr()).isEqualTo("back");
    }

    @Test
    void aDishHearsItsGroups() {
        ZMQ.Socket radio = socket(SocketType.RADIO);
        ZMQ.Socket dish = socket(SocketType.DISH);
        assertThat(dish.join("weather")).isTrue();
        radio.bind("inproc://radio");
        dish.connect("inproc://radio");
        Msg rain = msg("rain");
        rain.setGroup("other");
        Msg sun = msg("sun");
        sun.setGroup("weather");
        assertThat(radio.base().socket().awaitPeer(Duration.ofSeconds(20))).isTrue();
        assertThat(radio.base().send(rain, 0)).isTrue();
        assertThat(radio.base().send(sun, 0)).isTrue();

        Msg heard = dish.base().recv(0);
        assertThat(text(heard)).isEqualTo("sun");
        assertThat(heard.getGroup()).isEqualTo("weather");
        assertThat(dish.base().join("weather")).isFalse();
        assertThat(dish.base().errno()).isEqualTo(ZError.EINVAL);
        assertThat(dish.leave("weather")).isTrue();
        assertThat(dish.base().leave("weather")).isFalse();
        assertThat(radio.base().join("weather")).isFalse();
        assertThat(radio.base().errno()).isEqualTo(ZError.ENOTSUP);
    }

    @Test
    void theOthersPassFrames() {
        ZMQ.Socket gather = socket(SocketType.GATHER);
        ZMQ.Socket scatter = socket(SocketType.SCATTER);
        gather.bind("inproc://gather");
        scatter.connect("inproc://gather");
        assertThat(scatter.send("task")).isTrue();
        assertThat(gather.recvStr()).isEqualTo("task");
        assertThat(gather.getSocketType()).isEqualTo(SocketType.GATHER);

        ZMQ.Socket one = socket(SocketType.CHANNEL);
        ZMQ.Socket other = socket(SocketType.CHANNEL);
        one.bind("inproc://channel");
        other.connect("inproc://channel");
        assertThat(other.send("there")).isTrue();
        assertThat(one.recvStr()).isEqualTo("there");
        assertThat(one.send("back")).isTrue();
        assertThat(other.recvStr()).isEqualTo("back");
    }
}
