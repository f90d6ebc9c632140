package io.zmq4j.patterns.clone;

import io.zmq4j.Context;
import io.zmq4j.patterns.agent.Agent;
import java.util.List;

/** A client's way to its servers: follows one of them, and the next when that is lost. Owned by the client's agent. */
final class Following implements ServerLink.Owner {
    /** What a client does with what it gets. */
    interface Target {
        void replace(Store map);

        void apply(KeyValue update);
    }

    private final Context context;
    private final Agent agent;
    private final List<CloneEndpoints> servers;
    private final CloneClientOptions options;
    private final Target target;
    private final ServerLink.Interest interest;
    private int at;
    private ServerLink link;

    /** Of the links before this one. */
    private long snapshots;

    private long gaps;
    private long notKept;
    private long lost;
    private long malformed;

    Following(Context context, Agent agent, List<CloneEndpoints> servers, CloneClientOptions options, Target target) {
        this.context = context;
        this.agent = agent;
        this.servers = servers;
        this.options = options;
        this.target = target;
        String subtree = options.subtree();
        interest = new ServerLink.Interest(List.of(subtree, Chp.HUGZ), Chp.askFor(subtree), subtree.isEmpty());
        link = open();
    }

    private ServerLink open() {
        return new ServerLink(
                context,
                agent,
                servers.get(at),
                interest,
                options.pace(),
                () -> new Store(options.bounds()),
                options::apply,
                this);
    }

    @Override
    public void replace(Store map, long askedAt, long sequence) {
        target.replace(map);
    }

    @Override
    public void apply(KeyValue update) {
        target.apply(update);
    }

    @Override
    public void lost() {
        lost++;
        link.close();
        at = (at + 1) % servers.size();
    }

    @Override
    public void malformed() {
        malformed++;
    }

    /** In how many nanoseconds it is to be called again. */
    long onTime(long now) {
        link.onTime(now);
        if (link.follower().state() == Follower.State.LOST) {
            // If this fails, for whatever is short, it is tried again at the next moment.
            ServerLink next = open();
            snapshots = snapshots();
            gaps = gaps();
            notKept = notKept();
            link = next;
        }
        return link.follower().next(now);
    }

    int server() {
        return at;
    }

    boolean isReady() {
        return link.follower().state() == Follower.State.FOLLOWING;
    }

    long sequence() {
        return link.follower().sequence();
    }

    long snapshots() {
        return snapshots + link.follower().syncs();
    }

    long gaps() {
        return gaps + link.follower().gaps();
    }

    long notKept() {
        return notKept + link.follower().notKept();
    }

    long lostServers() {
        return lost;
    }

    long malformedMessages() {
        return malformed;
    }
}
