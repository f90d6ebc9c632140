package io.zmq4j.dashboard;

import io.zmq4j.Context;
import io.zmq4j.Socket;
import io.zmq4j.message.Message;
import io.zmq4j.view.Source;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Contexts that stand for processes, and a dashboard that watches them. */
final class Scene implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Context> contexts = new ArrayList<>();
    private final List<Watched> watched = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();

    /** A socket that nobody holds is closed. */
    private final List<Socket> sockets = new ArrayList<>();

    private DashboardServer server;

    Context process(String name) {
        var context = Context.builder().name(name).build();
        contexts.add(context);
        and(":" + (4710 + contexts.size()), () -> Source.of(context));
        return context;
    }

    <S extends Socket> S keep(S socket) {
        sockets.add(socket);
        return socket;
    }

    /** Watches something else as well. */
    void and(String target, Watched.Opening opening) {
        watched.add(new Watched("p" + (watched.size() + 1), target, opening));
    }

    DashboardServer server() throws Exception {
        if (server == null) {
            var board = new Board(watched, Clock.systemUTC());
            ends.add(board::close);
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = DashboardServer.start(address, board, Gate.loopback());
        }
        return server;
    }

    String url() throws Exception {
        return "http://localhost:" + server().port() + "/";
    }

    /** Three processes: prices, a desk that takes orders, and a shop that is connected to both. */
    void market() {
        var ticker = keep(process("prices").pub().named("ticker"));
        var tickerUri = "tcp://127.0.0.1:" + ticker.bind("tcp://127.0.0.1:*").port();
        var orders = process("orders");
        var desk = keep(orders.router().named("desk"));
        var deskUri = "tcp://127.0.0.1:" + desk.bind("tcp://127.0.0.1:*").port();
        var work = keep(orders.push().named("work"));
        var workUri = "tcp://127.0.0.1:" + work.bind("tcp://127.0.0.1:*").port();
        var audit = keep(orders.sub().named("audit"));
        audit.subscribe("");
        audit.receiveHighWaterMark(5000).connect(tickerUri);
        var shop = process("shop");
        var screen = keep(shop.sub().named("screen"));
        screen.subscribe("");
        screen.connect(tickerUri);
        var till = keep(shop.dealer().named("till"));
        till.connect(deskUri);
        var packer = keep(shop.pull().named("packer"));
        packer.connect(workUri);
        audit.onMessage(message -> {});
        screen.onMessage(message -> {});
        packer.onMessage(message -> {});
        desk.serve(request -> Message.of("booked"));
        repeat(() -> {
            ticker.send("price 42");
            work.trySend(Message.of("pack"));
            till.request(Message.of("buy"), PATIENCE);
        });
    }

    /** A publisher whose only subscriber reads nothing. */
    void slowSubscriber() {
        var headlines = keep(process("news").pub().named("headlines"));
        headlines.sendHighWaterMark(10).sendBuffer(4096);
        int port = headlines.bind("tcp://127.0.0.1:*").port();
        var sleepy = keep(process("reader").sub().named("sleepy"));
        sleepy.subscribe("");
        sleepy.receiveHighWaterMark(10).receiveBuffer(4096);
        sleepy.connect("tcp://127.0.0.1:" + port);
        headlines.awaitPeer(PATIENCE);
        var news = Message.of(new byte[10_000]);
        for (int i = 0; i < 2000; i++) {
            headlines.send(news);
        }
        repeat(() -> headlines.send(news));
    }

    /** A REQ that is connected to a PUB. */
    void wrongType() {
        var ticker = keep(process("server").pub().named("ticker"));
        int port = ticker.bind("tcp://127.0.0.1:*").port();
        keep(process("client").req().named("asker")).connect("tcp://127.0.0.1:" + port);
    }

    private void repeat(Runnable step) {
        var thread = new Thread(() -> {
            try {
                while (true) {
                    step.run();
                    Thread.sleep(10);
                }
            } catch (InterruptedException | RuntimeException e) {
                // The scene ends.
            }
        });
        thread.setDaemon(true);
        thread.start();
        ends.add(thread::interrupt);
    }

    /** Ticks until something is so. */
    void until(Poll.Question<Boolean> isSo) throws Exception {
        Poll.until(() -> {
            server().tick();
            return Boolean.TRUE.equals(isSo.ask()) ? true : null;
        });
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
        if (server != null) {
            server.close();
        }
        contexts.forEach(context -> context.close(Duration.ZERO));
    }
}
