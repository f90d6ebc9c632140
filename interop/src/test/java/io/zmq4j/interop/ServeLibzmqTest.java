package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.RepSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers here, clients with libzmq. */
class ServeLibzmqTest {
    private static final int COUNT = 200;

    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    @Test
    void aRepAnswersItsReq() {
        RepSocket rep = rig.context().rep();
        String endpoint = rep.bind("tcp://127.0.0.1:*").uri();
        var server = rep.serve(request -> request);
        LibzmqSocket req = LIBZMQ.open(SocketType.REQ);
        req.connect(endpoint);
        req.beginAsk(COUNT);
        req.finish();
        assertThat(server.stats().served()).isEqualTo(COUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQ", "REQ_CORRELATE=1"})
    void aRouterAnswersItsReq(String options) {
        RouterSocket router = rig.context().router();
        String endpoint = router.bind("tcp://127.0.0.1:*").uri();
        router.serve(request -> request);
        LibzmqSocket req = options.equals("REQ") ? LIBZMQ.open(SocketType.REQ) : LIBZMQ.open(SocketType.REQ, options);
        req.connect(endpoint);
        req.beginAsk(COUNT);
        req.finish();
        assertThat(router.drops()).isEmpty();
    }

    @Test
    void aRouterAnswersItsDealerWithAnEmptyFrameAndWithout() {
        RouterSocket router = rig.context().router();
        String endpoint = router.bind("tcp://127.0.0.1:*").uri();
        router.serve(request -> request, it -> it.concurrency(1));
        LibzmqSocket dealer = LIBZMQ.open(SocketType.DEALER);
        dealer.connect(endpoint);
        dealer.beginAsk(COUNT);
        dealer.finish();
        dealer.beginAsk(COUNT, "");
        dealer.finish();
        dealer.beginAsk(COUNT, "id", "");
        dealer.finish();
        assertThat(router.drops()).isEmpty();
    }

    @Test
    void aHandlerThatFailsIsAnsweredAndTheClientGoesOn() {
        RouterSocket router = rig.context().router();
        String endpoint = router.bind("tcp://127.0.0.1:*").uri();
        router.serve(request -> {
            if (request.text().equals("bad")) {
                throw new IllegalArgumentException("not for strangers");
            }
            return request;
        });
        LibzmqSocket req = LIBZMQ.open(SocketType.REQ);
        req.connect(endpoint);
        req.send("bad");
        assertThat(req.receive()).isEqualTo(io.zmq4j.message.Message.of("", "error"));
        req.send("good");
        assertThat(req.receive()).isEqualTo(io.zmq4j.message.Message.of("good"));
    }
}
