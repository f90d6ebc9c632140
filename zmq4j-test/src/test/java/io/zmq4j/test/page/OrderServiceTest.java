package io.zmq4j.test.page;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.test.FaultProxy;
import io.zmq4j.test.Peer;
import io.zmq4j.test.TestBed;
import io.zmq4j.test.junit.Inproc;
import io.zmq4j.test.junit.ZmqTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@ZmqTest
class OrderServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void buys(Context context, Peer server) {
        server.on("buy", "ok");
        try (var service = new OrderService(context, server.uri(), PATIENCE)) {
            assertThat(service.buy()).isEqualTo("ok");
        }
    }

    @Test
    void asksAgainWhenTheServerDies(Context context, Peer server) {
        try (var link = FaultProxy.to(server.uri());
                var service = new OrderService(context, link.uri(), PATIENCE)) {
            var bought = supplyAsync(service::buy).orTimeout(20, SECONDS);
            server.expect("buy");

            server.on("buy", "ok");
            link.cut();
            assertThat(bought.join()).isEqualTo("ok");
            assertThat(server.received()).extracting(Message::text).containsExactly("buy", "buy");
        }
    }

    @Test
    @ZmqTest(mayDrop = DropReason.PEER_GONE)
    void givesUpWhenTheServerIsSilent(Context context, @Inproc Peer server) {
        try (var service = new OrderService(context, server.uri(), Duration.ofMillis(50))) {
            assertThatThrownBy(service::buy).isInstanceOf(RequestFailedException.class);
        }
    }

    @Test
    void isAnsweredByTheTest(Context context, Peer server) {
        try (var service = new OrderService(context, server.uri(), PATIENCE)) {
            var bought = supplyAsync(service::buy).orTimeout(20, SECONDS);
            server.expect("buy");
            server.reply("sold out");
            assertThat(bought.join()).isEqualTo("sold out");
        }
    }

    @Test
    void withoutJUnit() {
        try (var bed = new TestBed()) {
            Peer server = bed.peer().on("buy", request -> Message.of("ok"));
            try (var service = new OrderService(bed.context(), server.uri(), PATIENCE)) {
                assertThat(service.buy()).isEqualTo("ok");
            }
        }
    }
}
