package io.zmq4j.stress;

import java.util.List;

/**
 * What is simulated: a conversation, how many seeds of it are played in a short run, and the faults by which it shows that it
 * notices.
 */
enum Conversation {
    PUSH_PULL(
            "io.zmq4j.simulation.PushPull",
            60,
            new Plant(
                    "what did not leave on a connection that broke is not given back",
                    "io/zmq4j/session/Outflow.java",
                    "unsent = all;",
                    "unsent = before;"),
            new Plant(
                    "what a wire still holds counts as gone",
                    "io/zmq4j/connection/ConnectionWriter.java",
                    "unsent.taken(0, held);",
                    "unsent.taken(0, 0);"),
            new Plant(
                            "lingering ends while something waits that did not leave on a connection that broke",
                            "io/zmq4j/session/Outflow.java",
                            "return unsent == null && (mine == null",
                            "return (mine == null")
                    .from(185),
            new Plant(
                    "a queue of one message is never empty enough for its writer to be called",
                    "io/zmq4j/pipe/PipeQueue.java",
                    "return limit <= 0 || messages.size() <= limit / 2;",
                    "return limit <= 0 || messages.size() < limit / 2;"),
            new Plant(
                            "a try to connect that is given up leaves its timer behind",
                            "io/zmq4j/endpoint/Dialer.java",
                            """
                    cancelTimer();
                    Attempt given = attempt;
                    """,
                            """
                    Attempt given = attempt;
                    """)
                    .from(130),
            new Plant(
                    "a session that is closed between two connections does not tell of its end",
                    "io/zmq4j/session/Session.java",
                    """
                    current.close(closeReason, "");
                    } else {
                    finish();
                    }
                    """,
                    """
                    current.close(closeReason, "");
                    }
                    """)),
    REQ_REP(
            "io.zmq4j.simulation.ReqRep",
            60,
            new Plant(
                    "a new connection's mark is not sent",
                    "io/zmq4j/session/Session.java",
                    "if (answers && isRenewed) {",
                    "if (answers && isRenewed && false) {"),
            new Plant(
                            "a late reply passes for the answer",
                            "io/zmq4j/pattern/Req.java",
                            "if (hasId && !Arrays.equals(reply.array(0), id)) {",
                            "if (hasId && id == null) {")
                    .from(200),
            new Plant(
                            "a request is given up without the connection by which its reply would come",
                            "io/zmq4j/pattern/Req.java",
                            "if (pipe != null && id == null) {",
                            "if (pipe != null && id == null && pipe.isGone()) {")
                    .from(8670)),
    PUB_SUB(
            "io.zmq4j.simulation.PubSub",
            60,
            new Plant(
                    "a publisher that is connected again is not told the subscriptions",
                    "io/zmq4j/pattern/XSub.java",
                    """
                    informed.add(pipe);
                    pipe.write(Pipe.RESTART);
                    """,
                    """
                    if (!informed.add(pipe)) {
                    return;
                    }
                    pipe.write(Pipe.RESTART);
                    """),
            new Plant(
                            "a message goes into the run of those who got the one before",
                            "io/zmq4j/pattern/FanOut.java",
                            "if (size > 1 && size == sentTo && wroteToRun(message)) {",
                            "if (size > 1 && wroteToRun(message)) {")
                    .from(265)),
    DEALER_ROUTER(
            "io.zmq4j.simulation.DealerRouter",
            60,
            new Plant(
                    "a connection is not told of the room that reading made",
                    "io/zmq4j/pipe/PipeEnd.java",
                    "if (inbound.wakesWriter()) {",
                    "if (inbound.wakesWriter() && inbound.isEnded()) {"));

    /** The class. */
    final String scenario;

    final int seeds;
    final List<Plant> plants;
    private Explorer explorer;

    Conversation(String scenario, int seeds, Plant... plants) {
        this.scenario = scenario;
        this.seeds = seeds;
        this.plants = List.of(plants);
    }

    /** Over the classes as they are: always the same, as to load and compile them takes longer than many seeds. */
    synchronized Explorer explorer() {
        if (explorer == null) {
            explorer = Explorer.of(scenario, Grain.COARSE);
        }
        return explorer;
    }

    Explorer explorer(Plant plant) {
        return Explorer.of(scenario, Grain.COARSE, plant);
    }
}
