package org.zeromq;

import java.nio.channels.SelectableChannel;
import java.util.List;
import org.zeromq.ZMQ.Socket;

/** A life of an actor: a turn of the loop is a poll. */
final class ActorStar implements ZStar.Star, ZPoller.EventsHandler {
    private final ZActor.Actor actor;
    private final ZContext context;
    private final Socket pipe;
    private final List<Socket> sockets;
    private final ZPoller poller;

    ActorStar(ZActor.Actor actor, ZContext context, Socket pipe, List<Socket> sockets) {
        this.actor = actor;
        this.context = context;
        this.pipe = pipe;
        this.sockets = sockets;
        poller = new ZPoller(context);
        poller.setGlobalHandler(this);
    }

    @Override
    public void prepare() {
        poller.register(pipe, ZPoller.POLLIN);
        actor.start(pipe, sockets, poller);
    }

    @Override
    public int breathe() {
        return poller.poll(actor.looping(pipe, poller));
    }

    @Override
    public boolean act(int events) {
        return events >= 0;
    }

    @Override
    public boolean entract() {
        return actor.looped(pipe, poller);
    }

    @Override
    public boolean renews() {
        for (Socket socket : sockets) {
            if (socket != null) {
                socket.close();
                actor.closed(socket);
            }
        }
        try {
            return actor.destroyed(context, pipe, poller);
        } finally {
            end();
        }
    }

    /** Gives back what polling has taken; a life that an exception ended comes to this alone. */
    void end() {
        poller.close();
    }

    @Override
    public boolean events(Socket socket, int events) {
        return socket == pipe ? actor.backstage(pipe, poller, events) : actor.stage(socket, pipe, poller, events);
    }

    @Override
    public boolean events(SelectableChannel channel, int events) {
        return true;
    }
}
