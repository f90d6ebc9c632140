package io.zmq4j.bench.role;

import io.zmq4j.DealerSocket;
import io.zmq4j.PubSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.Receiver;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;

/** Messages of {@link TcpFlood#SIZE} bytes between two sockets of zmq4j that come, have so many, and go. */
enum Traffic {
    /** PUSH to PULL. */
    INPROC("inproc", 1) {
        @Override
        void play(Zmq4j here, Zmq4j there, long messages) {
            flood(here, here, "inproc://traffic", messages);
        }
    },

    /** PUSH to PULL. */
    IPC("ipc", 1) {
        @Override
        void play(Zmq4j here, Zmq4j there, long messages) {
            flood(here, there, "ipc://*", messages);
        }
    },

    /** Over tcp, one question at a time. */
    REQ("req", 200) {
        @Override
        void play(Zmq4j here, Zmq4j there, long messages) {
            try (var rep = (RepSocket) here.socket(SocketType.REP);
                    var req = (ReqSocket) there.socket(SocketType.REQ)) {
                req.connect(rep.bind(ANY_PORT));
                var crew = new Crew();
                crew.start("answerer", () -> {
                    for (long i = 0; i < messages; i++) {
                        rep.send(rep.receive());
                    }
                });
                crew.lead(() -> {
                    var ledger = new Ledger(TcpFlood.SIZE);
                    while (ledger.taken() < messages) {
                        req.send(message(ledger.taken()));
                        ledger.take(req.receive().buffer(0));
                    }
                    return ledger;
                });
                crew.await();
            }
        }
    },

    /** DEALER to ROUTER and back, over tcp, some messages at a time: fewer than would fill a queue. */
    ROUTER("router", 10) {
        private static final int AT_A_TIME = 100;

        @Override
        void play(Zmq4j here, Zmq4j there, long messages) {
            try (var router = (RouterSocket) here.socket(SocketType.ROUTER);
                    var dealer = (DealerSocket) there.socket(SocketType.DEALER)) {
                dealer.connect(router.bind(ANY_PORT));
                var crew = new Crew();
                crew.start("router", () -> {
                    for (long i = 0; i < messages; i++) {
                        router.send(router.receive());
                    }
                });
                crew.lead(() -> {
                    var ledger = new Ledger(TcpFlood.SIZE);
                    while (ledger.taken() < messages) {
                        long end = Math.min(ledger.taken() + AT_A_TIME, messages);
                        for (long number = ledger.taken(); number < end; number++) {
                            dealer.send(message(number));
                        }
                        receive(dealer, end, ledger);
                    }
                    return ledger;
                });
                crew.await();
            }
        }
    },

    /** PUB to SUB over tcp, nothing dropped. */
    PUB("pub", 2) {
        @Override
        void play(Zmq4j here, Zmq4j there, long messages) {
            try (var pub = (PubSocket) here.socket(SocketType.PUB);
                    var sub = (SubSocket) there.socket(SocketType.SUB)) {
                pub.set(SocketOptions.XPUB_NODROP, true);
                sub.subscribe("");
                sub.connect(pub.bind(ANY_PORT));
                if (!pub.awaitPeer(IN_TIME)) {
                    throw new RunFailedException("no subscription came in " + IN_TIME.toSeconds() + " seconds");
                }
                var crew = new Crew();
                crew.start("publisher", () -> {
                    for (long number = 0; number < messages; number++) {
                        pub.send(message(number));
                    }
                });
                crew.lead(() -> receive(sub, messages, new Ledger(TcpFlood.SIZE)));
                crew.await();
            }
        }
    };

    private static final String ANY_PORT = "tcp://127.0.0.1:*";
    private static final Duration IN_TIME = Duration.ofSeconds(10);

    private final String label;
    private final int cost;

    Traffic(String label, int cost) {
        this.label = label;
        this.cost = cost;
    }

    String label() {
        return label;
    }

    /** About how many times as long as one of a flood a message takes here. */
    int cost() {
        return cost;
    }

    /** Plays until all have come. What binds is here, what connects there. */
    abstract void play(Zmq4j here, Zmq4j there, long messages);

    private static void flood(Zmq4j here, Zmq4j there, String endpoint, long messages) {
        try (var pull = (PullSocket) here.socket(SocketType.PULL);
                var push = (PushSocket) there.socket(SocketType.PUSH)) {
            push.connect(pull.bind(endpoint));
            var crew = new Crew();
            crew.start("sender", () -> {
                for (long number = 0; number < messages; number++) {
                    push.send(message(number));
                }
            });
            crew.lead(() -> receive(pull, messages, new Ledger(TcpFlood.SIZE)));
            crew.await();
        }
    }

    private static Message message(long number) {
        return Message.wrap(Numbers.message(TcpFlood.SIZE, number));
    }

    /** Until the ledger has so many. */
    private static Ledger receive(Receiver in, long messages, Ledger ledger) {
        while (ledger.taken() < messages) {
            ledger.take(in.receive().buffer(0));
        }
        return ledger;
    }
}
