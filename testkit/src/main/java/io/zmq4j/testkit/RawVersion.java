package io.zmq4j.testkit;

import java.nio.ByteBuffer;
import java.util.List;

/** A version of ZMTP, as a peer speaks it that is written from its RFC: RFC 13, 15, 23 and 37. */
public enum RawVersion {
    /** A connection begins with each side's identity; a frame is its length, flags and body. */
    ZMTP_1_0 {
        @Override
        public void handshake(RawPeer peer, String socketType, String identity) {
            send(peer, RawFrame.message(Bytes.utf8(identity)));
            // To this version, the signature of a newer one is the head of a frame with its identity.
            byte[] signature = peer.read(SIGNATURE_SIZE);
            peer.read((int) ByteBuffer.wrap(signature).getLong(1) - 1);
        }

        @Override
        public RawFrame read(RawPeer peer) {
            int first = peer.read(1)[0] & 0xFF;
            long length = first == 0xFF ? ByteBuffer.wrap(peer.read(8)).getLong() : first;
            int flags = peer.read(1)[0];
            return new RawFrame(flags, peer.read((int) length - 1));
        }

        @Override
        public void send(RawPeer peer, RawFrame frame) {
            int length = frame.body().length + 1;
            boolean isLong = length > 254;
            var bytes = ByteBuffer.allocate((isLong ? 9 : 1) + length);
            if (isLong) {
                bytes.put((byte) 0xFF).putLong(length);
            } else {
                bytes.put((byte) length);
            }
            peer.send(bytes.put((byte) frame.flags()).put(frame.body()).array());
        }
    },

    /** The greeting tells the socket type; the identity is the first frame. */
    ZMTP_2_0 {
        @Override
        public void handshake(RawPeer peer, String socketType, String identity) {
            peer.send("ff 0000000000000001 7f 01 %02x".formatted(number(socketType)));
            send(peer, RawFrame.message(Bytes.utf8(identity)));
            peer.read(SIGNATURE_SIZE + 2);
            read(peer);
        }
    },

    /** Commands and mechanisms, of which NULL is spoken here. */
    ZMTP_3_0 {
        @Override
        public void handshake(RawPeer peer, String socketType, String identity) {
            ready(peer, Greeting.v30(), socketType, identity);
        }
    },

    /** Subscriptions and heartbeats are commands. */
    ZMTP_3_1 {
        @Override
        public void handshake(RawPeer peer, String socketType, String identity) {
            ready(peer, Greeting.v31(), socketType, identity);
        }
    };

    private static final int SIGNATURE_SIZE = 10;

    /** Each at its number, which 2.0 sends. */
    private static final List<String> TYPES = List.of(
            "PAIR", "PUB", "SUB", "REQ", "REP", "DEALER", "ROUTER", "PULL", "PUSH", "XPUB", "XSUB", "STREAM", //
            "SERVER", "CLIENT", "RADIO", "DISH", "GATHER", "SCATTER", "DGRAM", "PEER", "CHANNEL");

    /** Greets as this socket type with this identity, which may be empty, and reads the other side doing the same. */
    public abstract void handshake(RawPeer peer, String socketType, String identity);

    public RawFrame read(RawPeer peer) {
        return peer.readFrame();
    }

    public void send(RawPeer peer, RawFrame frame) {
        peer.send(frame);
    }

    /** What subscribes to this topic. */
    public RawFrame subscription(String topic) {
        return this == ZMTP_3_1
                ? RawFrame.command("SUBSCRIBE", Bytes.utf8(topic))
                : RawFrame.message(Bytes.utf8("\1" + topic));
    }

    /** Its number in a text, such as {@code 3.1}. */
    @Override
    public String toString() {
        return name().substring("ZMTP_".length()).replace('_', '.');
    }

    private static void ready(RawPeer peer, Greeting greeting, String socketType, String identity) {
        String[] properties = identity.isEmpty() ? new String[] {} : new String[] {"Identity", identity};
        var unused = peer.handshake(greeting, socketType, properties);
    }

    /** XPUB and XSUB are PUB and SUB to whoever speaks 2.0. */
    private static int number(String socketType) {
        return TYPES.indexOf(
                socketType.equals("XPUB") || socketType.equals("XSUB") ? socketType.substring(1) : socketType);
    }
}
