package io.zmq4j.cli;

import io.zmq4j.Context;
import io.zmq4j.PubSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.Receiver;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.message.Message;
import java.time.Duration;

/**
 * What most verbs do, once, in one process: for a JVM that records which classes a program loads, and how its methods run, so that
 * the next one starts with that. Then runs the verb that it is given.
 */
final class Rehearsal {
    private static final String ANYWHERE = "tcp://127.0.0.1:*";
    private static final Duration IN_TIME = Duration.ofSeconds(5);
    private static final int FLOOD = 300_000;
    private static final int PUBLICATIONS = 100_000;
    private static final int QUESTIONS = 5_000;
    private static final byte[] BODY = new byte[10];

    private Rehearsal() {}

    public static void main(String[] args) throws InterruptedException {
        try (Context here = Context.create();
                Context there = Context.create()) {
            flood(here, there);
            publish(here, there);
            ask(here, there);
        }
        Zmq.main(args);
    }

    private static void flood(Context here, Context there) throws InterruptedException {
        try (PullSocket pull = here.pull();
                PushSocket push = there.push()) {
            push.connect(pull.bind(ANYWHERE));
            Thread sender = begin(() -> {
                for (int i = 0; i < FLOOD; i++) {
                    push.send(Message.wrap(BODY.clone()));
                }
            });
            receive(pull, FLOOD);
            sender.join();
        }
    }

    private static void publish(Context here, Context there) throws InterruptedException {
        try (PubSocket pub = here.pub();
                SubSocket one = there.sub();
                SubSocket other = there.sub()) {
            String endpoint = pub.bind(ANYWHERE).uri();
            for (SubSocket sub : new SubSocket[] {one, other}) {
                sub.subscribe("");
                sub.connect(endpoint);
            }
            pub.awaitPeer(IN_TIME);
            Thread sender = begin(() -> {
                for (int i = 0; i < PUBLICATIONS; i++) {
                    pub.send(Message.wrap(BODY.clone()));
                }
            });
            receive(one, PUBLICATIONS);
            sender.join();
        }
    }

    private static void ask(Context here, Context there) throws InterruptedException {
        try (RepSocket rep = here.rep();
                ReqSocket req = there.req()) {
            req.connect(rep.bind(ANYWHERE));
            Thread answering = begin(() -> {
                for (int i = 0; i < QUESTIONS; i++) {
                    rep.send(rep.receive());
                }
            });
            for (int i = 0; i < QUESTIONS; i++) {
                req.send(Message.wrap(BODY.clone()));
                req.receive();
            }
            answering.join();
        }
    }

    private static Thread begin(Runnable task) {
        var thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** As many as come: what is dropped is nobody's loss. */
    private static void receive(Receiver receiver, int count) {
        for (int i = 0; i < count && receiver.receive(Duration.ofMillis(200)).isPresent(); i++) {}
    }
}
