package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/**
 * {@code proxy_thr}: requests through a proxy.
 *
 * <pre>
 *   10 × REQ ── tcp ──▶ ROUTER │ proxy │ DEALER ◀── tcp ── 4 × REP
 * </pre>
 */
@Command(
        name = "proxy_thr",
        description = {
            "10 REQ ask 4 REP through a proxy; print msg/s.",
            "Over tcp, all in one process with a thread each; COUNT requests in all go through a ROUTER and a DEALER.",
            "",
        })
public final class ProxyThr extends ProcessRole {
    private static final int CLIENTS = 10;
    private static final int WORKERS = 4;
    private static final String ANY_PORT = "tcp://127.0.0.1:*";

    @Override
    void play(Library library) {
        var frontend = library.open(SocketType.ROUTER);
        var requests = frontend.bind(ANY_PORT);
        var backend = library.open(SocketType.DEALER);
        var work = backend.bind(ANY_PORT);
        var service = new Crew();
        service.start("proxy", () -> library.proxy(frontend, backend));
        for (int i = 0; i < WORKERS; i++) {
            var rep = library.open(SocketType.REP);
            rep.connect(work);
            service.start("worker " + i, () -> answer(rep));
        }
        print("msg/s", 0, service.lead(() -> ask(library, requests)));
        service.dismiss();
    }

    /** Until the library is closed. The client that gets the answer checks its number. */
    private void answer(Peer rep) {
        var ledger = new Ledger(run().size(), false);
        while (true) {
            rep.answer(ledger);
        }
    }

    private double ask(Library library, String endpoint) {
        var clients = new Crew();
        var warm = new CyclicBarrier(CLIENTS + 1);
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            var req = library.open(SocketType.REQ);
            req.connect(endpoint);
            clients.start("client " + client, () -> ask(req, client, warm));
        }
        clients.lead(() -> await(warm));
        long began = System.nanoTime();
        clients.await();
        return run().count() * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - began);
    }

    private void ask(Peer req, int client, CyclicBarrier warm) {
        var ledger = new Ledger(run().size());
        ask(req, client, ledger, share(run().warmup(), client));
        await(warm);
        ask(req, client, ledger, share(run().count(), client));
    }

    private static long share(long all, int client) {
        return all / CLIENTS + (client < all % CLIENTS ? 1 : 0);
    }

    private void ask(Peer req, int client, Ledger ledger, long count) {
        for (long i = 0; i < count; i++) {
            req.send(Numbers.message(run().size(), Numbers.of(client, ledger.taken())));
            req.receive(ledger);
        }
    }

    private static int await(CyclicBarrier barrier) {
        try {
            return barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new RunFailedException("interrupted");
        }
    }
}
