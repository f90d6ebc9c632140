package io.zmq4j.interop.differential;

/**
 * Where zmq4j does something else than libzmq 4.3.4 on purpose. Each is shown by a scenario, at whose last step the two differ, and
 * which {@link Generator} does not make. {@code docs/differential.md} is made of them.
 */
enum Intended {
    UNREAD_AT_DISCONNECT("Who disconnects can still read what had been received.", """
            over ipc
            s1 open PUSH
            s2 open PULL
            s1 bind e1
            s2 connect e1
            s2 meet 1
            s1 send #1
            s2 disconnect e1
            s2 receive
            """, "EAGAIN", "[#1]"),
    UNREAD_AT_A_BREAK("The same with IMMEDIATE, when the connection breaks.", """
            over ipc
            s1 open PUSH
            s2 open PULL IMMEDIATE=1
            s3 open PUSH
            s1 bind e1
            s2 connect e1
            s2 meet 1
            s1 meet 1
            s1 send #1
            s1 close
            s3 bind e1
            s2 meet 2
            s2 receive
            """, "EAGAIN", "[#1]"),
    UNREAD_AND_CONFLATED(
            "The newest message of one who left is still the newest; within a process, libzmq puts its end in its place.",
            """
            over inproc
            s1 open PULL
            s2 open PUSH CONFLATE=1
            s1 bind e1
            s2 connect e1
            s2 send #1
            s2 close
            s1 receive
            """,
            "EAGAIN",
            "[#1]"),
    UNREAD_KEEPS_NO_PLACE(
            "A peer that has left is gone, though what it sent is not read yet: its name is free for the next.",
            """
            over ipc
            s1 open ROUTER ROUTER_MANDATORY=1
            s2 open DEALER ROUTING_ID=x
            s3 open DEALER ROUTING_ID=x
            s1 bind e1
            s2 connect e1
            s1 meet 1
            s2 send #1
            s2 close
            s3 connect e1
            s3 meet 1
            s1 meet 2
            s1 send x #2
            """,
            "EHOSTUNREACH",
            "ok"),
    UNREAD_KEEPS_NO_CONNECTION(
            "Unbind ends what was accepted; with libzmq, when the socket reads next, which a REP does not after a request.",
            """
            over ipc
            s1 open REP
            s2 open DEALER IMMEDIATE=1
            s1 bind e1
            s2 connect e1
            s2 meet 1
            s1 meet 1
            s2 send _ #1
            s1 receive
            s1 unbind e1
            s2 send _ #2
            """,
            "ok",
            "EAGAIN"),
    PAIR_OF_ONE_WHO_LEFT(
            "While the last words of a PAIR's peer are unread, what is sent to it is dropped and counted: to wait would keep the"
                    + " caller from reading them.",
            """
            over ipc
            s1 open PAIR
            s2 open PAIR
            s1 bind e1
            s2 connect e1
            s1 meet 1
            s2 meet 1
            s2 send #1
            s2 close
            s1 send #2
            """,
            "EAGAIN",
            "ok"),
    LEFT_IS_READ_FIRST(
            "What those have sent who have left is read first, as the same peer may be back and its messages keep their order.",
            """
            over inproc
            s1 open PULL
            s2 open PUSH
            s3 open PUSH
            s1 bind e1
            s2 connect e1
            s3 connect e1
            s2 send #1
            s3 send #2
            s3 close
            s1 receive
            """,
            "[#1]",
            "[#2]"),
    NEXT_HAS_ITS_OWN_NAME(
            "Who binds in another's place has its own name for a ROUTER that had connected, not the other's.",
            """
            over ipc
            s1 open ROUTER RECONNECT_IVL=10
            s2 open DEALER ROUTING_ID=x
            s3 open DEALER ROUTING_ID=y
            s1 connect e1
            s2 bind e1
            s1 meet 1
            s2 close
            s3 bind e1
            s1 meet 2
            s3 meet 1
            s3 send #1
            s1 receive
            """,
            "[x #1]",
            "[y #1]"),
    REP_KNOWS_NO_NAMES(
            "A REP does not look at names; libzmq's refuses the second peer of a name.", """
            over ipc
            s1 open REP
            s2 open DEALER ROUTING_ID=x
            s3 open DEALER ROUTING_ID=x
            s1 bind e1
            s2 connect e1
            s1 meet 1
            s3 connect e1
            s1 meet 2
            s3 send _ #1
            s1 receive
            """, "EAGAIN", "[#1]"),
    INPROC_COMES_BACK(
            "What is connected within a process waits for the next who binds, as over a wire.", """
            over inproc
            s1 open PULL
            s2 open PUSH
            s1 bind e1
            s2 connect e1
            s1 close
            s2 send #1
            """, "EAGAIN", "ok"),
    INPROC_UNBINDS("Unbind ends what was accepted within a process as well.", """
            over inproc
            s1 open PULL
            s2 open PUSH
            s1 bind e1
            s2 connect e1
            s1 unbind e1
            s2 send #1
            s1 receive
            """, "[#1]", "EAGAIN"),
    INPROC_HAS_IMMEDIATE("IMMEDIATE counts within a process as well.", """
            over inproc
            s1 open PUSH IMMEDIATE=1
            s1 connect e1
            s1 send #1
            """, "ok", "EAGAIN"),
    INPROC_CONFLATES("CONFLATE counts within a process on the side that binds as well.", """
            over inproc
            s1 open PULL CONFLATE=1
            s2 open PUSH
            s1 bind e1
            s2 connect e1
            s2 send #1
            s2 send #2
            s1 receive
            """, "[#1]", "[#2]"),
    SUBSCRIPTIONS_ARE_NOT_LOST(
            "A subscription needs no room below the high-water mark: it would be missing as long as the connection lives.",
            """
            over inproc
            s1 open XPUB
            s2 open SUB SNDHWM=1
            s2 connect e1
            s2 subscribe a
            s2 subscribe b
            s1 bind e1
            s1 drain
            """,
            "[+a] EAGAIN",
            "[+a] [+b] EAGAIN"),
    SUBSCRIBED_IN_ORDER(
            "A new publisher hears of subscriptions in the order in which they were made.", """
            over inproc
            s1 open XPUB
            s2 open SUB
            s2 subscribe b
            s2 subscribe a
            s1 bind e1
            s2 connect e1
            s1 receive
            """, "[+a]", "[+b]"),
    SUBSCRIBED_TWICE(
            "A SUB tells of a topic once, however often it is subscribed to (RFC 29).",
            """
            over inproc
            s1 open XPUB XPUB_VERBOSE=1
            s2 open SUB
            s1 bind e1
            s2 connect e1
            s2 subscribe a
            s2 subscribe a
            s1 drain
            """,
            "[+a] [+a] EAGAIN",
            "[+a] EAGAIN"),
    SUBSCRIBED_TWICE_AND_TOLD(
            "An XSUB tells of each of its subscriptions, whenever the publisher comes: one that counts them (RFC 37) needs as many ends.",
            """
            over inproc
            s1 open XPUB XPUB_VERBOSE=1
            s2 open XSUB
            s2 subscribe a
            s2 subscribe a
            s1 bind e1
            s2 connect e1
            s1 drain
            """,
            "[+a] EAGAIN",
            "[+a] [+a] EAGAIN"),
    SUBSCRIBED_WHEN_THERE(
            "Subscriptions are told when the publisher is there: behind what an XSUB has sent while it waited.",
            """
            over inproc
            s1 open XPUB
            s2 open XSUB
            s2 connect e1
            s2 subscribe a
            s2 send #1
            s1 bind e1
            s1 receive
            """,
            "[+a]",
            "[#1]"),
    FAILED_SEND_CHANGES_NOTHING(
            "A send that fails has changed nothing: the reply to the request before may still come.",
            """
            over inproc
            s1 open REQ REQ_RELAXED=1 SNDHWM=1
            s1 connect e1
            s1 send #1
            s1 send #2
            s1 receive
            """,
            "EFSM",
            "EAGAIN"),
    READY_IS_READY(
            "What can be received is what receive gives; libzmq's REP is ready for a message that it then skips.",
            """
            over inproc
            s1 open REP
            s2 open DEALER
            s1 bind e1
            s2 connect e1
            s2 send #1
            s1 poll
            """,
            "in=1,out=0",
            "in=0,out=0"),
    ROOM_IS_ROOM(
            "A full queue has room as soon as a message is read; libzmq's when half of what the marks allow is read.",
            """
            over inproc
            s1 open PULL RCVHWM=2
            s2 open PUSH SNDHWM=2
            s1 bind e1
            s2 connect e1
            s2 send #1
            s2 send #2
            s2 send #3
            s2 send #4
            s1 receive
            s2 send #5
            """,
            "EAGAIN",
            "ok"),
    READY_IS_READ(
            "To look whether there is a message reads it ahead, which makes room for another.", """
            over inproc
            s1 open PULL RCVHWM=1
            s2 open PUSH SNDHWM=1
            s1 bind e1
            s2 connect e1
            s2 send #1
            s2 send #2
            s1 poll
            s2 send #3
            """, "EAGAIN", "ok");

    final String reason;
    final Scenario scenario;
    final String libzmq;
    final String zmq4j;

    Intended(String reason, String scenario, String libzmq, String zmq4j) {
        this.reason = reason;
        this.scenario = Scenario.parse(scenario);
        this.libzmq = libzmq;
        this.zmq4j = zmq4j;
    }
}
