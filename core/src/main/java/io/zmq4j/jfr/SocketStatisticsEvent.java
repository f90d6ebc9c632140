package io.zmq4j.jfr;

import java.util.List;
import java.util.function.Supplier;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** What a socket has counted so far. */
@Name("io.zmq4j.SocketStatistics")
@Label("Socket Statistics")
@Description("What a socket has counted since it was opened, and how it stands; now and then, and when it has ended")
@Category({"ZeroMQ", "Messages"})
@Period("10 s")
@StackTrace(false)
final class SocketStatisticsEvent extends OfSocket {
    @Label("Context")
    String context = "";

    @Label("Type")
    String type = "";

    @Label("Messages Sent")
    long messagesSent;

    @Label("Messages Received")
    long messagesReceived;

    @Label("Bytes Sent")
    @DataAmount
    long bytesSent;

    @Label("Bytes Received")
    @DataAmount
    long bytesReceived;

    @Label("Queued To Send")
    @Description("Messages that wait to be sent, over all peers")
    long queuedToSend;

    @Label("Queued To Receive")
    @Description("Messages that wait for the application, over all peers")
    long queuedToReceive;

    @Label("Dropped")
    @Description("Messages, for whatever reason")
    long dropped;

    @Label("Peers")
    long peers;

    @Label("Full Peers")
    @Description("Peers whose queue in either direction is at its high-water mark")
    long fullPeers;

    /** A thread of Flight Recorder, which must get no exception. */
    static void tell(Supplier<List<SocketNumbers>> statistics) {
        try {
            statistics.get().forEach(SocketStatisticsEvent::tell);
        } catch (Throwable e) {
            // Not recorded this time.
        }
    }

    static void tell(SocketNumbers numbers) {
        var event = new SocketStatisticsEvent();
        event.socket(numbers.site());
        event.context = numbers.context();
        event.type = numbers.type();
        event.messagesSent = numbers.messagesSent();
        event.messagesReceived = numbers.messagesReceived();
        event.bytesSent = numbers.bytesSent();
        event.bytesReceived = numbers.bytesReceived();
        event.queuedToSend = numbers.queuedToSend();
        event.queuedToReceive = numbers.queuedToReceive();
        event.dropped = numbers.dropped();
        event.peers = numbers.peers();
        event.fullPeers = numbers.fullPeers();
        event.commit();
    }
}
