package io.zmq4j.patterns.clone;

import io.zmq4j.Context;
import io.zmq4j.patterns.agent.Agent;
import java.util.List;

/** How a passive server follows the active one. Owned by the server's agent. */
final class Mirror implements ServerLink.Owner {
    private static final ServerLink.Interest EVERYTHING =
            new ServerLink.Interest(List.of(""), Chp.askForMirror(), true);

    private final Context context;
    private final Agent agent;
    private final CloneEndpoints active;
    private final Authority authority;
    private final CloneServerOptions options;
    private final Runnable onMalformed;
    private ServerLink link;

    Mirror(
            Context context,
            Agent agent,
            CloneEndpoints active,
            Authority authority,
            CloneServerOptions options,
            Runnable onMalformed) {
        this.context = context;
        this.agent = agent;
        this.active = active;
        this.authority = authority;
        this.options = options;
        this.onMalformed = onMalformed;
        link = open();
    }

    private ServerLink open() {
        return new ServerLink(
                context, agent, active, EVERYTHING, options.pace(), authority::emptyStore, options::apply, this);
    }

    @Override
    public void replace(Store map, long askedAt, long sequence) {
        authority.mirror(map, sequence, askedAt - options.pace().silenceNanos(), System.nanoTime());
    }

    @Override
    public void apply(KeyValue update) {
        authority.mirror(update, System.nanoTime());
    }

    /** It is for the pair to say whether it is dead; here it is looked for again. */
    @Override
    public void lost() {
        link.close();
    }

    @Override
    public void malformed() {
        onMalformed.run();
    }

    /** In how many nanoseconds it is to be called again. */
    long onTime(long now) {
        link.onTime(now);
        switch (link.follower().state()) {
            case FOLLOWING -> authority.forgetRefused(now);
            case LOST -> link = open();
            case LISTENING, SYNCING -> {}
        }
        return link.follower().next(now);
    }

    void close() {
        link.close();
    }
}
