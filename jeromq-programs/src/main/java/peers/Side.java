package peers;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/**
 * One side of a conversation, as {@code side.py} is one: a socket that sends, receives or answers all {@link Messages}. What it is
 * to do are words:
 *
 * <pre>{@code
 * TYPE NULL|CURVE                          binds; says its endpoint, then its public key, empty without CURVE
 * TYPE NULL|CURVE ENDPOINT SERVER-KEY      connects
 * }</pre>
 *
 * <p>A SUB says "joined" when it hears the PUB, which begins when it is told to. Every side says "ok" when all is done.
 */
public final class Side {
    private static final int PATIENCE_MILLIS = 20_000;
    /**
     * On about one connection of twenty JeroMQ's client of CURVE says nothing, not even a greeting, to JeroMQ's server either. Ours
     * gives such a connection up after this time, and the client tries again.
     */
    private static final int HANDSHAKE_MILLIS = 2_000;

    private static final byte[] NAME = "dealer".getBytes(ZMQ.CHARSET);
    private static final byte[] WANTED = "wanted".getBytes(ZMQ.CHARSET);
    private static final byte[] UNWANTED = "other".getBytes(ZMQ.CHARSET);
    private static final byte[] HELLO = "wanted: hello".getBytes(ZMQ.CHARSET);

    private final ZMQ.Socket socket;
    private final Consumer<String> say;
    private final BlockingQueue<String> told;

    private Side(ZMQ.Socket socket, Consumer<String> say, BlockingQueue<String> told) {
        this.socket = socket;
        this.say = say;
        this.told = told;
    }

    public static void play(List<String> words, Consumer<String> say, BlockingQueue<String> told) throws Exception {
        SocketType type = SocketType.valueOf(words.get(0));
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket socket = context.socket(type)) {
            // When the publisher is gone first, a subscription waits to be told to the next one.
            socket.setLinger(type == SocketType.SUB ? 0 : PATIENCE_MILLIS);
            socket.setReceiveTimeOut(PATIENCE_MILLIS);
            socket.setSendTimeOut(PATIENCE_MILLIS);
            socket.setHandshakeIvl(HANDSHAKE_MILLIS);
            if (type == SocketType.DEALER) {
                socket.setIdentity(NAME);
            }
            var side = new Side(socket, say, told);
            side.meet(words);
            side.converse(type);
        }
        say.accept("ok");
    }

    private void meet(List<String> words) {
        boolean curve = words.get(1).equals("CURVE");
        boolean binds = words.size() == 2;
        String publicKey = curve ? newKeys() : "";
        if (binds) {
            socket.setCurveServer(curve);
            socket.bind("tcp://127.0.0.1:*");
            say.accept(socket.getLastEndpoint());
            say.accept(publicKey);
        } else {
            if (curve) {
                socket.setCurveServerKey(words.get(3).getBytes(ZMQ.CHARSET));
            }
            socket.connect(words.get(2));
        }
        ZMQ.Socket.Mechanism expected = curve ? ZMQ.Socket.Mechanism.CURVE : ZMQ.Socket.Mechanism.NULL;
        Expect.equal(expected, socket.getMechanism());
    }

    private String newKeys() {
        ZMQ.Curve.KeyPair keys = ZMQ.Curve.generateKeyPair();
        socket.setCurvePublicKey(keys.publicKey.getBytes(ZMQ.CHARSET));
        socket.setCurveSecretKey(keys.secretKey.getBytes(ZMQ.CHARSET));
        return keys.publicKey;
    }

    private void converse(SocketType type) throws InterruptedException {
        switch (type) {
            case PUSH -> Messages.ALL.forEach(message -> Messages.send(socket, message));
            case PULL -> Messages.ALL.forEach(message -> Messages.expect(socket, message));
            case REQ ->
                Messages.ALL.forEach(message -> {
                    Messages.send(socket, message);
                    Messages.expect(socket, message);
                });
            case REP ->
                Messages.ALL.forEach(message -> {
                    Messages.expect(socket, message);
                    Messages.send(socket, message);
                });
            case DEALER -> {
                Messages.ALL.forEach(message -> Messages.send(socket, message));
                Messages.ALL.forEach(message -> Messages.expect(socket, message));
            }
            case ROUTER ->
                Messages.ALL.forEach(message -> {
                    Messages.expect(socket, Messages.after(NAME, message));
                    Messages.send(socket, Messages.after(NAME, message));
                });
            case PUB -> publish();
            case SUB -> subscribe();
            default -> throw new IllegalArgumentException("no part for " + type);
        }
    }

    private void publish() throws InterruptedException {
        while (told.poll(1, TimeUnit.MILLISECONDS) == null) {
            Messages.send(socket, HELLO);
        }
        for (byte[][] message : Messages.ALL) {
            Messages.send(socket, Messages.after(UNWANTED, message));
            Messages.send(socket, Messages.after(WANTED, message));
        }
    }

    private void subscribe() {
        socket.subscribe(WANTED);
        Messages.expect(socket, HELLO);
        say.accept("joined");
        byte[] topic = Messages.receive(socket);
        while (Arrays.equals(topic, HELLO)) {
            topic = Messages.receive(socket);
        }
        for (byte[][] message : Messages.ALL) {
            Expect.equal(WANTED, topic);
            Expect.that(socket.hasReceiveMore(), "a message after the topic");
            Messages.expect(socket, message);
            topic = message == Messages.ALL.get(Messages.ALL.size() - 1) ? topic : Messages.receive(socket);
        }
    }
}
