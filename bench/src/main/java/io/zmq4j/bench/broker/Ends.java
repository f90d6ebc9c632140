package io.zmq4j.bench.broker;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.ClientReply;
import io.zmq4j.patterns.majordomo.protocol.ClientRequest;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import io.zmq4j.patterns.majordomo.protocol.ReplyPart;
import io.zmq4j.patterns.majordomo.protocol.WorkerCommand;
import java.util.Optional;

/** Clients that ask, one request after the other, and workers that send back what they get. */
final class Ends {
    private static final String SERVICE = "echo";

    private final Context context;
    private final Middle.Kind kind;
    private final Middle middle;

    Ends(Context context, Middle.Kind kind, Middle middle) {
        this.context = context;
        this.kind = kind;
        this.middle = middle;
    }

    /** Works until the context is closed. */
    void work() {
        try {
            if (kind == Middle.Kind.PROXY) {
                answerPlainly();
            } else {
                answer();
            }
        } catch (SocketClosedException e) {
            // It is over.
        }
    }

    private void answerPlainly() {
        try (RepSocket rep = context.rep()) {
            rep.connect(middle.backend());
            while (true) {
                rep.send(rep.receive());
            }
        }
    }

    private void answer() {
        try (DealerSocket dealer = context.dealer()) {
            dealer.connect(middle.backend());
            dealer.send(new WorkerCommand.Ready(MdpVersion.V0_1, SERVICE).toMessage());
            while (true) {
                if (WorkerCommand.parse(dealer.receive()) instanceof WorkerCommand.Request request) {
                    dealer.send(new WorkerCommand.Reply(
                                    MdpVersion.V0_1, ReplyPart.FINAL, request.address(), request.body())
                            .toMessage());
                }
            }
        }
    }

    /** Asks so often, and insists on each reply being the request. */
    void ask(ReqSocket req, Message body, long count) {
        // A REQ adds the empty frame itself.
        Message request = kind == Middle.Kind.PROXY
                ? body
                : new ClientRequest(MdpVersion.V0_1, SERVICE, body).toMessage().from(1);
        for (long i = 0; i < count; i++) {
            req.send(request);
            Message reply = req.receive();
            Optional<Message> answer = kind == Middle.Kind.PROXY
                    ? Optional.of(reply)
                    : Optional.ofNullable(ClientReply.parse(reply.prepend(""))).map(ClientReply::body);
            if (!answer.equals(Optional.of(body))) {
                throw new IllegalStateException("a reply of " + reply.summary() + " is not what was asked");
            }
        }
    }

    ReqSocket client() {
        ReqSocket req = context.req();
        req.connect(middle.frontend());
        return req;
    }
}
