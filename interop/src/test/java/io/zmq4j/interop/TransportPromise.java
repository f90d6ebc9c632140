package io.zmq4j.interop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is promised whatever the transport, or, for a reason, over a wire only.
 *
 * @param tests as {@code Class#method}, each of which runs over every transport, or over every wire
 * @param notInproc why inproc has no part in it, or null
 */
record TransportPromise(
        String text, List<String> tests, @Nullable String notInproc) {
    static final List<TransportPromise> ALL = List.of(
            everywhere(
                    "who connects first waits for who binds", "RouterOptionsTest#aConnectRoutingIdCanBeSentToAtOnce"),
            everywhere(
                    "what was sent before is handed over within LINGER, also by a closed socket",
                    "LingerTest#aClosedSocketsMessagesWaitForALatePeer"),
            everywhere(
                    "LINGER bounds that, for a disconnected endpoint as well",
                    "LingerTest#aDisconnectedEndpointsMessagesWaitForALatePeerNoLongerThanTheLinger"),
            everywhere(
                    "a connected endpoint comes back to the next who binds",
                    "WhoIsThereTest#aConnectedPeerComesBackToTheNextWhoBinds",
                    "WhoIsThereTest#aSubscriberSubscribesAtTheNextWhoBinds"),
            everywhere(
                    "a peer that left is not there, with messages unread or without",
                    "WhoIsThereTest#aMandatorySendToOneWhoLeftIsAnErrorAtOnce",
                    "WhoIsThereTest#aSendToOneWhoLeftIsCountedAsUnroutable"),
            everywhere(
                    "its place and its routing id are free for the next",
                    "WhoIsThereTest#aClientIsBackUnderItsIdThoughItsLastMessageIsUnread",
                    "WhoIsThereTest#aPairIsBackThoughItsLastMessageIsUnread"),
            everywhere(
                    "what it sent, was called or asked is not taken for the next one's",
                    "WhoIsThereTest#whatAPeerSentIsNotTakenForTheNextOnes",
                    "WhoIsThereTest#aReplyGoesToNobodyElseWhoComesAtTheAskersPlace"),
            everywhere(
                    "a peer that is refused loses nothing that it queued, and is tried again",
                    "WhoIsThereTest#theSecondPeerOfAPairFollowsTheFirstWithWhatItHasSent",
                    "PairRulesTest#aWaitingPeerFollowsTheFirst"),
            everywhere(
                    "a connecting side that does not take its peer tries again",
                    "WhoIsThereTest#whoIsRefusedByTheConnectingSideIsTriedAgain",
                    "WhoIsThereTest#aPairThatConnectsTwiceTurnsToTheSecondWhenTheFirstIsDisconnected"),
            everywhere(
                    "a CONNECT_ROUTING_ID in use is an error of connect, and free when disconnect returns",
                    "WhoIsThereTest#aChosenIdThatIsInUseIsAnErrorOfConnect",
                    "WhoIsThereTest#aChosenIdIsFreeWhenTheDisconnectReturns"),
            everywhere(
                    "an announced routing id in use is refused, with an event",
                    "RouterOptionsTest#withoutHandoverTheFirstStays"),
            everywhere(
                    "unbind ends what was accepted, and what those peers held is free when it returns",
                    "EndpointTest#unbindEndsWhatWasAccepted",
                    "WhoIsThereTest#unbindReturnsWhenNobodyIsThereAnyMore"),
            everywhere(
                    "what was bound can be bound again after close",
                    "EndpointTest#anEndpointCanBeBoundAgainAfterClose"),
            everywhere("an endpoint is bound once", "EndpointTest#anEndpointIsBoundOnce"),
            everywhere("disconnect ends the connection, once", "EndpointTest#disconnectEndsTheConnection"),
            everywhere(
                    "what is sent after a disconnect goes elsewhere",
                    "EndpointTest#whatIsSentAfterADisconnectGoesElsewhere"),
            everywhere("a socket binds and connects many times", "EndpointTest#oneSocketMayBindAndConnectManyTimes"),
            everywhere(
                    "a full peer makes the sender wait, or is reported",
                    "RouterOptionsTest#mandatoryWaitsForAFullPeer"),
            everywhere("unread messages are counted at close", "LingerTest#unreadMessagesAreCounted"),
            onWires(
                    "messages of a linked peer outlive their sender in its queue, within LINGER",
                    "what is sent is in its reader's queue at once",
                    "LingerTest#everythingSentIsHandedOverBeforeTheContextIsClosed"));

    private static TransportPromise everywhere(String text, String... tests) {
        return new TransportPromise(text, List.of(tests), null);
    }

    private static TransportPromise onWires(String text, String notInproc, String... tests) {
        return new TransportPromise(text, List.of(tests), notInproc);
    }

    /** What such tests are marked with. */
    String annotation() {
        return notInproc == null ? "@EveryTransport" : "@EveryWire";
    }
}
