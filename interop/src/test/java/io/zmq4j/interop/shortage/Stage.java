package io.zmq4j.interop.shortage;

import io.zmq4j.Context;
import io.zmq4j.Device;
import io.zmq4j.PubSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.interop.shortage.OneWay.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The contexts of a round and all that talks in them. */
final class Stage {
    /** How two sockets come together. */
    private enum Wire {
        TCP,
        IPC,
        INPROC
    }

    private final Context servers = Context.create();
    private final Context clients = Context.create();
    private final List<Conversation> conversations = new ArrayList<>();
    private final Parent parent;
    private final Path folder;
    private int names;

    /** {@code folder} is for the ipc paths. */
    Stage(Parent parent, Path folder) {
        this.parent = parent;
        this.folder = folder;
    }

    List<Context> contexts() {
        return List.of(servers, clients);
    }

    List<Conversation> conversations() {
        return conversations;
    }

    void open() throws IOException {
        for (Wire wire : Wire.values()) {
            pushAndPull(wire);
            publish(wire);
            Context context = contextOfClients(wire);
            conversations.add(requests(wire, context));
            conversations.add(echo(wire, context));
            futures(wire);
        }
        polled();
        device();
        rebinding();
        conversations.add(new Churn("churn tcp", "tcp://127.0.0.1:*").begin());
        conversations.add(new Churn("churn ipc", "ipc://*").begin());
    }

    private Context contextOfClients(Wire wire) {
        return wire == Wire.INPROC ? servers : clients;
    }

    private static Promise promise(Wire wire) {
        return wire == Wire.INPROC ? Promise.SURE : Promise.SURE_BUT_FOR_DEATHS;
    }

    private String freeEndpoint(Wire wire) {
        return switch (wire) {
            case TCP -> "tcp://127.0.0.1:*";
            case IPC -> "ipc://" + folder.resolve("s" + names++);
            case INPROC -> "inproc://s" + names++;
        };
    }

    /** Clients come through a proxy of the parent, and look a name up. */
    private String breakable(Wire wire, String endpoint) throws IOException {
        return wire == Wire.INPROC ? endpoint : parent.breakable(endpoint).replace("127.0.0.1", "localhost");
    }

    private void pushAndPull(Wire wire) throws IOException {
        PullSocket pull = servers.pull();
        PushSocket push = contextOfClients(wire).push();
        var conversation = new OneWay("push/pull " + wire, promise(wire), push::send, pull::receive);
        conversation.prepare(pull);
        conversation
                .prepare(push)
                .connect(breakable(wire, pull.bind(freeEndpoint(wire)).uri()));
        conversations.add(conversation.begin());
    }

    private void publish(Wire wire) throws IOException {
        PubSocket pub = servers.pub();
        SubSocket sub = contextOfClients(wire).sub();
        var conversation = new OneWay("pub/sub " + wire, Promise.PUBLISHED, pub::send, sub::receive);
        conversation.prepare(pub);
        sub.subscribe("");
        conversation
                .prepare(sub)
                .connect(breakable(wire, pub.bind(freeEndpoint(wire)).uri()));
        conversations.add(conversation.begin());
    }

    private Requests requests(Wire wire, Context context) throws IOException {
        var req = context.req();
        var rep = servers.rep();
        var conversation = new Requests("req/rep " + wire, req, rep);
        req.connect(breakable(wire, rep.bind(freeEndpoint(wire)).uri()));
        return conversation.begin();
    }

    private Echo echo(Wire wire, Context context) throws IOException {
        var dealer = context.dealer();
        var router = servers.router();
        var conversation = new Echo("dealer/router " + wire, dealer, router);
        dealer.connect(breakable(wire, router.bind(freeEndpoint(wire)).uri()));
        return conversation.begin();
    }

    private void futures(Wire wire) throws IOException {
        PullSocket pull = servers.pull();
        PushSocket push = contextOfClients(wire).push();
        var conversation = new OneWay(
                "futures " + wire,
                promise(wire),
                message -> push.sendAsync(message).get(),
                new Futures(pull)::receive);
        conversation.prepare(pull);
        conversation
                .prepare(push)
                .connect(breakable(wire, pull.bind(freeEndpoint(wire)).uri()));
        conversations.add(conversation.begin());
    }

    private void polled() throws IOException {
        PullSocket pull = servers.pull();
        PullSocket other = servers.pull();
        PushSocket push = clients.push();
        var polled = new Polled(servers.poller(), pull, other);
        var conversation = new OneWay("polled", Promise.SURE_BUT_FOR_DEATHS, push::send, polled::receive);
        conversation.prepare(pull);
        conversation.prepare(other).bind(freeEndpoint(Wire.IPC));
        conversation
                .prepare(push)
                .connect(breakable(Wire.TCP, pull.bind(freeEndpoint(Wire.TCP)).uri()));
        conversations.add(conversation.begin());
    }

    private void device() throws IOException {
        PullSocket pull = clients.pull();
        PushSocket push = clients.push();
        var device = Device.streamer(servers, freeEndpoint(Wire.TCP), freeEndpoint(Wire.IPC));
        device.start();
        // What the device itself counts as dropped is not seen here, so more cannot be promised.
        var conversation = new OneWay("device", Promise.PUBLISHED, push::send, pull::receive);
        conversation.prepare(pull).connect(breakable(Wire.IPC, device.backendEndpoint()));
        conversation.prepare(push).connect(breakable(Wire.TCP, device.frontendEndpoint()));
        conversations.add(conversation.begin());
    }

    private void rebinding() {
        PullSocket pull = servers.pull();
        PushSocket push = clients.push();
        String endpoint = pull.bind(freeEndpoint(Wire.IPC)).uri();
        var messages =
                new OneWay("messages to a rebinding PULL", Promise.SURE_BUT_FOR_DEATHS, push::send, pull::receive);
        messages.prepare(pull);
        messages.prepare(push).connect(endpoint);
        conversations.add(messages.begin());
        conversations.add(new Rebinding("rebinding PULL", pull, endpoint).begin());
    }
}
