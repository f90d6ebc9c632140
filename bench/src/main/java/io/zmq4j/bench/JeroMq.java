package io.zmq4j.bench;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** JeroMQ in the same roles: {@code local_thr | remote_thr | local_lat | remote_lat | inproc_thr | inproc_lat ARGS}. */
public final class JeroMq {
    private JeroMq() {}

    public static void main(String... args) {
        if (args.length == 0) {
            throw new IllegalArgumentException("no role: the first argument is one, such as local_thr");
        }
        String role = args[0];
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        try (var context = new ZContext()) {
            // As libzmq does, and unlike ZContext: what was sent is handed over before the end.
            context.setLinger(-1);
            switch (role) {
                case "local_thr" -> Run.printThroughput(localThr(context, Run.of(rest)));
                case "remote_thr" -> remoteThr(context, Run.of(rest));
                case "local_lat" -> localLat(context, Run.of(rest));
                case "remote_lat" -> Run.printLatency(remoteLat(context, Run.of(rest)));
                case "inproc_thr" -> Run.printThroughput(inprocThr(context, Run.inproc(rest)));
                case "inproc_lat" -> Run.printLatency(inprocLat(context, Run.inproc(rest)));
                default -> throw new IllegalArgumentException("%s is no role, such as local_thr".formatted(role));
            }
        }
    }

    private static double localThr(ZContext context, Run run) {
        return receive(bound(context, SocketType.PULL, run), run);
    }

    private static void remoteThr(ZContext context, Run run) {
        Throughput.send(run, connected(context, SocketType.PUSH, run)::send);
    }

    private static void localLat(ZContext context, Run run) {
        answer(bound(context, SocketType.REP, run), run);
    }

    private static double remoteLat(ZContext context, Run run) {
        return ask(connected(context, SocketType.REQ, run), run);
    }

    private static double inprocThr(ZContext context, Run run) {
        ZMQ.Socket pull = bound(context, SocketType.PULL, run);
        ZMQ.Socket push = connected(context, SocketType.PUSH, run);
        new Thread(() -> Throughput.send(run, push::send), "sender").start();
        return receive(pull, run);
    }

    private static double inprocLat(ZContext context, Run run) {
        ZMQ.Socket rep = bound(context, SocketType.REP, run);
        ZMQ.Socket req = connected(context, SocketType.REQ, run);
        new Thread(() -> answer(rep, run), "answerer").start();
        return ask(req, run);
    }

    private static ZMQ.Socket bound(ZContext context, SocketType type, Run run) {
        ZMQ.Socket socket = context.createSocket(type);
        if (!socket.bind(run.endpoint())) {
            throw new IllegalArgumentException("cannot bind to %s".formatted(run.endpoint()));
        }
        return socket;
    }

    private static ZMQ.Socket connected(ZContext context, SocketType type, Run run) {
        ZMQ.Socket socket = context.createSocket(type);
        if (!socket.connect(run.endpoint())) {
            throw new IllegalArgumentException("cannot connect to %s".formatted(run.endpoint()));
        }
        return socket;
    }

    private static double receive(ZMQ.Socket pull, Run run) {
        return Throughput.receive(run, () -> ByteBuffer.wrap(pull.recv()));
    }

    private static double ask(ZMQ.Socket req, Run run) {
        return Latency.ask(run, req::send, () -> ByteBuffer.wrap(req.recv()));
    }

    private static void answer(ZMQ.Socket rep, Run run) {
        Latency.answer(run, () -> {
            byte[] question = rep.recv();
            rep.send(question);
            return ByteBuffer.wrap(question);
        });
    }
}
