package io.zmq4j.bench.bridge;

import java.util.function.Supplier;

/** What people write in place of a bridge: a socket, Kafka's client and a loop between them. */
final class Loop implements Runnable, Carrier {
    private final Way way;
    private final Topic topic;
    private final Supplier<LoopSocket> opener;
    private final Thread thread = new Thread(this, "loop");
    private volatile boolean isOver;

    private Loop(Way way, Topic topic, Supplier<LoopSocket> opener) {
        this.way = way;
        this.topic = topic;
        this.opener = opener;
    }

    static Loop start(Way way, Topic topic, Supplier<LoopSocket> opener) {
        var loop = new Loop(way, topic, opener);
        loop.thread.setDaemon(true);
        loop.thread.start();
        return loop;
    }

    @Override
    public void run() {
        try (LoopSocket socket = opener.get()) {
            if (way == Way.IN) {
                in(socket);
            } else {
                out(socket);
            }
        }
    }

    private void in(LoopSocket socket) {
        try (var producer = topic.producer()) {
            while (!isOver) {
                byte[] body = socket.receive();
                if (body != null) {
                    var unused = producer.send(topic.record(body), (metadata, failure) -> {
                        if (failure != null) {
                            throw new IllegalStateException(failure);
                        }
                    });
                }
            }
        }
    }

    private void out(LoopSocket socket) {
        try (var consumer = topic.consumer(true)) {
            while (!isOver) {
                for (var record : consumer.poll(Topic.POLL)) {
                    while (!socket.send(record.value()) && !isOver) {
                        // Until there is room.
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
