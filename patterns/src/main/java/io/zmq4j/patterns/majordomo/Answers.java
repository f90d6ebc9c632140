package io.zmq4j.patterns.majordomo;

import static io.zmq4j.patterns.majordomo.BrokerCount.PARTIAL_DROPPED;
import static io.zmq4j.patterns.majordomo.BrokerCount.REPLIES;
import static io.zmq4j.patterns.majordomo.BrokerCount.UNDELIVERABLE;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.ClientReply;
import io.zmq4j.patterns.majordomo.protocol.ClientRestart;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import io.zmq4j.patterns.majordomo.protocol.ReplyPart;

/** What a broker sends to clients: never a reply with a hole in it, or one that is made of two. Owned by the broker's rules. */
final class Answers {
    private final Outlet outlet;
    private final Counts counts;

    Answers(Outlet outlet, Counts counts) {
        this.outlet = outlet;
        this.counts = counts;
    }

    /** Passes a worker's reply on, or a part of one. After a part that the client missed nothing of it is passed on. */
    void pass(Waiting request, String service, ReplyPart part, Message body) {
        if (part == ReplyPart.PARTIAL && request.version == MdpVersion.V0_1) {
            counts.add(PARTIAL_DROPPED);
        } else if (request.isTorn) {
            counts.add(UNDELIVERABLE);
        } else if (send(request.client, new ClientReply(request.version, part, service, body))) {
            request.hasParts = true;
        } else {
            request.isTorn = true;
        }
    }

    /** Sends a reply, or a part of one; false if the client is not there, or does not read. */
    boolean send(Frame client, ClientReply reply) {
        if (!outlet.trySend(reply.toMessage().prepend(Message.of(client)))) {
            counts.add(UNDELIVERABLE);
            return false;
        }
        if (reply.part() == ReplyPart.FINAL) {
            counts.add(REPLIES);
        }
        return true;
    }

    /**
     * Tells the client that the parts it has are void, if it has any.
     *
     * @return false if it cannot be told, and would mix two replies
     */
    boolean restart(Waiting request, String service) {
        if (!request.hasParts && !request.isTorn) {
            return true;
        }
        var restart = new ClientRestart(service).toMessage().prepend(Message.of(request.client));
        if (request.isTorn || !request.mayRestart || !outlet.trySend(restart)) {
            return false;
        }
        request.hasParts = false;
        return true;
    }
}
